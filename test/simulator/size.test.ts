import { parseJson } from "../../simulator/wire/json";
import { cpuGrowth } from "../cpu-growth";
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

describe("2,000 and 20,000 credentials", () => {
  const sizes = [2_000, 20_000] as const;
  const clusters = new Map<number, Cluster>();
  beforeAll(async () => {
    for (const size of sizes) {
      const rows = Array.from({ length: size }, (_, number) => ({
        svm,
        initiator: initiator(number),
        authentication_type: "none",
      }));
      clusters.set(size, await startCluster({ fixture: { services: [{ svm }], credentials: rows } }));
    }
  });
  afterAll(() => Promise.all([...clusters.values()].map(({ simulator }) => simulator.close())));

  const call = async (size: number, method: string, query: string, body?: object) => {
    const answer = await clusters.get(size)?.call(method, `${credentials}?${query}`, parseJson(JSON.stringify(body)));
    expect(answer?.status).toBeLessThan(300);
    return answer;
  };
  const added = Array.from({ length: 1_000 }, (_, number) => ({ svm, initiator: `${initiator(number)}.added` }));

  test("take the same time to add and to remove 1,000 rows", async () => {
    const growth = await cpuGrowth(sizes, async (size) => {
      const rows = added.map((row) => ({ ...row, authentication_type: "none" }));
      await call(size, "POST", "return_timeout=15", { records: rows });
      await call(size, "DELETE", "return_timeout=15", { records: added });
    });
    expect(growth).toBeLessThan(2.2);
  }, 60_000);

  test("are searched for many names as for few", async () => {
    const find = async (names: number) => {
      const wanted = Array.from({ length: names }, (_, number) => initiator(number)).join("|");
      const answer = await call(20_000, "GET", `return_records=false&initiator=${encodeURIComponent(wanted)}`);
      expect(answer?.body.num_records).toBe(names);
    };
    expect(await cpuGrowth([20, 200], find)).toBeLessThan(2.2);
  }, 60_000);
});

test("50 requests at once are counted as such", async () => {
  const cluster = await startCluster({ latencyMs: 1000 });
  await Promise.all(Array.from({ length: 50 }, () => cluster.call("GET", sessions)));
  expect(await cluster.control("GET", "/stats")).toEqual({ requests: 50, writes: 0, maxInFlight: 50 });
  await cluster.simulator.close();
});
