import { against, closeServers, errorOf } from "./servers";
import { svm } from "./tiny-server";

afterEach(closeServers);

const credential = { svm, initiator: "iqn.1998-01.com.corp:a", authentication_type: "none" };

it.each([
  ["iqn.1998-01.com.corp:a", "iqn.1998-01.com.corp%3Aa"],
  ["a/../b", "a%2F..%2Fb"],
  ["a?b#c", "a%3Fb%23c"],
  ["ä %", "%C3%A4%20%25"],
])("a key stands in the path as one segment: %s", async (initiator, segment) => {
  const { ontap, server } = await against(() => ({ json: { ...credential, initiator } }));
  await ontap.iscsiCredentials.get(svm.uuid, initiator);
  expect(server.seen[0]?.url).toBe(`/api/protocols/san/iscsi/credentials/${svm.uuid}/${segment}`);
});

it.each(["", ".", ".."])("a key that would name another path is refused: %j", async (initiator) => {
  const { ontap, server } = await against(() => ({}));
  expect(await errorOf(Promise.resolve().then(() => ontap.iscsiCredentials.delete(svm.uuid, initiator)))).toMatchObject(
    {
      code: "configuration",
    },
  );
  expect(server.seen).toHaveLength(0);
});

it("fields are asked for by name", async () => {
  const { ontap, server } = await against(() => ({ json: credential }));
  await ontap.iscsiCredentials.get(svm.uuid, "default", { fields: ["chap.inbound.user", "initiator_address"] });
  expect(server.seen[0]?.url).toMatch(/\?fields=chap\.inbound\.user,initiator_address$/);
});

it("a create asks for the object that it made", async () => {
  const { ontap, server } = await against(() => ({ status: 201, json: { num_records: 1, records: [credential] } }));
  expect(await ontap.iscsiCredentials.create(credential)).toEqual(credential);
  expect(server.seen).toMatchObject([
    { method: "POST", url: "/api/protocols/san/iscsi/credentials?return_records=true" },
  ]);
});

it.each([
  ["replace", ""],
  ["add", "?add_initiator_addresses=true"],
  ["remove", "?remove_initiator_addresses=true"],
] as const)("an address list can %s the stored one", async (addresses, query) => {
  const { ontap, server } = await against(() => ({}));
  const change = { initiator_address: { ranges: [], masks: [{ address: "10.0.0.0", netmask: "8" }] } };
  await ontap.iscsiCredentials.update(svm.uuid, "default", change, { addresses });
  expect(server.seen[0]).toMatchObject({
    method: "PATCH",
    url: `/api/protocols/san/iscsi/credentials/${svm.uuid}/default${query}`,
    body: JSON.stringify(change),
  });
});
