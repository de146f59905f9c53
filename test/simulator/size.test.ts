import { type Cluster, credentials, recordsOf, sessions, startCluster } from "./client";

const svm = { uuid: "u1", name: "svm1" };
const initiator = (number: number) => `iqn.1998-01.com.example:host${number}`;

describe("10,000 sessions and 2,000 credentials", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster({
      fixture: {
        services: [{ svm }],
        credentials: Array.from({ length: 2000 }, (_, number) => ({
          svm,
          initiator: initiator(number),
          authentication_type: "none",
        })),
        sessions: Array.from({ length: 10_000 }, (_, number) => ({
          svm,
          target_portal_group: "lif1",
          tsih: number + 1,
          initiator: { name: initiator(number % 2000) },
        })),
        igroups: Array.from({ length: 500 }, (_, group) => ({
          svm,
          name: `group${group}`,
          initiators: [0, 1, 2, 3].map((member) => ({ name: initiator(4 * group + member) })),
        })),
      },
    });
  });
  afterAll(() => cluster.simulator.close());

  // Without an index of igroups by initiator these took minutes; the limits leave room for a machine that is busy.
  test("are listed whole, and page by page, in seconds", async () => {
    const whole = await cluster.call("GET", `${sessions}?fields=*`);
    expect([whole.body.num_records, recordsOf(whole)[0]?.igroups]).toMatchObject([10_000, [{ name: "group0" }]]);
    let counted = 0;
    let next = `${sessions}?max_records=500`;
    while (next !== "") {
      const { body } = await cluster.call("GET", next);
      counted += Number(body.num_records);
      next = Object(Object(body._links).next).href ?? "";
    }
    expect(counted).toBe(10_000);
    expect((await cluster.call("GET", `${credentials}?fields=*`)).body.num_records).toBe(2001);
  }, 20_000);

  test("do not slow down what concerns one of them", async () => {
    const started = performance.now();
    for (let number = 0; number < 50; number += 1) {
      const path = `${credentials}/u1/${initiator(number)}`;
      expect((await cluster.call("PATCH", path, { authentication_type: "deny" })).status).toBe(200);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

test("50 requests at once are counted as such", async () => {
  const cluster = await startCluster({ latencyMs: 1000 });
  await Promise.all(Array.from({ length: 50 }, () => cluster.call("GET", sessions)));
  expect(await cluster.control("GET", "/stats")).toEqual({ requests: 50, writes: 0, maxInFlight: 50 });
  await cluster.simulator.close();
});
