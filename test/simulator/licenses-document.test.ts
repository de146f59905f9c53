import { type Cluster, codeOf, startCluster } from "./client";

const LICENSES = "/api/cluster/licensing/licenses";

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster.simulator.close());

test("only the packages that are licensed are listed", async () => {
  await cluster.control("PUT", "/state", { licenses: ["nfs", "iscsi"] });
  const { body } = await cluster.call("GET", `${LICENSES}?fields=scope,state`);
  expect(body).toMatchObject({
    num_records: 2,
    records: [
      { name: "iscsi", scope: "cluster", state: "compliant" },
      { name: "nfs", scope: "cluster", state: "compliant" },
    ],
  });
  await cluster.control("PUT", "/state", { licenses: [] });
  expect((await cluster.call("GET", LICENSES)).body).toMatchObject({ records: [], num_records: 0 });
});

test("one package is found by its name, and one without a licence is not", async () => {
  await cluster.control("PUT", "/state", { licenses: ["iscsi"] });
  expect((await cluster.call("GET", `${LICENSES}/iscsi`)).body).toMatchObject({ name: "iscsi", state: "compliant" });
  const missing = await cluster.call("GET", `${LICENSES}/nfs`);
  expect([missing.status, codeOf(missing)]).toEqual([404, "4"]);
});
