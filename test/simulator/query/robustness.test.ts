import fc from "fast-check";
import { ApiError } from "../../../simulator/wire/api-error";
import { ask, sessionSpec, sessions } from "./collections";

/** Pieces that queries are made of, well formed or not. */
const piece = fc.constantFrom(
  ...'=&|!<>*.,{}"%+ '.split(""),
  "..",
  "null",
  "fields=",
  "order_by=",
  "max_records=",
  "query=",
  "query_fields=",
  "start.tsih=",
  "start.svm.uuid=",
  "tsih=",
  "svm.name=",
  "connections.authentication_type=",
  "igroups.name",
  "connections",
  "tsih",
  "desc",
  "1",
  "%22",
  "%E2%82%AC",
  "__proto__",
  "ignore_unknown_fields=true",
);

test("whatever the query, it is answered or refused with 400, a code and a target", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      try {
        const { body } = ask(sessionSpec, sessions, pieces.join(""));
        expect(body.num_records).toBeLessThanOrEqual(sessions.length);
      } catch (error) {
        if (!(error instanceof ApiError)) {
          throw error;
        }
        expect(error).toMatchObject({ status: 400, code: expect.stringMatching(/^\d+$/), target: expect.any(String) });
      }
    }),
    { numRuns: 2000 },
  );
});
