import { causeOfList } from "../../../provider/inventory/cause";
import { OntapError } from "../../../provider/rest";
import { against, closeServers, errorOf } from "../rest/servers";
import { refusal } from "../rest/tiny-server";

afterEach(closeServers);

it.each([
  [403, "6"],
  [400, "6691623"],
])("two rights that a login lacks are two causes, the same right twice is one (HTTP %s, %s)", async (status, code) => {
  const { ontap } = await against(() => refusal(status, code, "not authorized for that command"));
  const keys = await Promise.all(
    [ontap.iscsiServices.list(), ontap.iscsiServices.list({ fields: ["enabled"] }), ontap.iscsiCredentials.list()].map(
      async (list) => {
        const error = await errorOf(list);
        return error instanceof OntapError ? causeOfList(error).key : error;
      },
    ),
  );
  expect(keys[0]).toBe(keys[1]);
  expect(keys[0]).not.toBe(keys[2]);
});
