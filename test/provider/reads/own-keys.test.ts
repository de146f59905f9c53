import { ownKeyReads } from "../../../provider/reads/collection-reads";
import { text } from "../../../provider/record/fields";
import { record } from "../../../provider/record/record";
import { startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { SVM1 } from "../../names";
import { readerOf } from "./reader";

const svm = record({
  path: "/api/svm/svms",
  noun: "SVM",
  doc: "An SVM.",
  source: '"svm" in ONTAP\'s SVM document',
  keys: ["uuid"],
  fields: { uuid: text({ doc: "UUID.", always: true }), name: text({ doc: "Name.", always: true }) },
  codes: { notFound: ["4", "2621462"] },
});
const reads = ownKeyReads(
  svm,
  (client) => client.svms,
  (client, { keys, fields }) => client.svms.get(String(keys.uuid), fields && { fields }),
);
const get = (args: object) => reads.get<object>(readerOf(array), args);

let array: TestArray;
beforeAll(async () => {
  array = new TestArray(await startSimulator());
});
afterAll(() => array.close());

it("gets a record by a key of its own, in one request", async () => {
  await array.requests();
  expect(await get({ uuid: SVM1 })).toEqual({ uuid: SVM1, name: "svm1" });
  expect(await array.requests()).toHaveLength(1);
});

it("says where there is none, and refuses an SVM beside the key", async () => {
  await expect(get({ uuid: "none" })).rejects.toMatchObject({
    code: "not-found",
    message: expect.stringContaining("get the SVM uuid none"),
  });
  await expect(get({ uuid: SVM1, svm: { name: "svm1" } })).rejects.toMatchObject({ code: "configuration" });
});
