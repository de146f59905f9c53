import { startSimulator } from "../../simulator";
import type { Bag } from "../engine/bag";
import { HOST, ON_SVM1, OTHER_HOST, SVM1, SVM2 } from "../names";
import { BothFronts, type Scenario } from "./on-both-fronts";
import { propertySteps } from "./property-steps";
import type { ProviderHarness, Resource } from "./provider-harness";

const service = ON_SVM1;
const host = { ...ON_SVM1, initiator: HOST, authenticationType: "none" };
const chap = { inbound: { user: "host1", password: "canary-of-the-table" } };
const login = { svm: "svm1", interface: "iscsi_lif1", initiator: HOST, address: "10.0.0.5" };

describe("Both fronts of the provider", () => {
  let both: BothFronts;
  beforeAll(async () => {
    both = await BothFronts.start();
  });
  afterAll(async () => {
    await both.stop();
    expect(both.printed).not.toContain("canary");
  });
  beforeEach(() =>
    both.run(async (harness) => {
      await harness.control("DELETE", "/faults");
      await harness.control("PUT", "/state", {
        svms: [
          { uuid: SVM1, name: "svm1" },
          { uuid: SVM2, name: "svm2" },
        ],
        interfaces: [{ svm: { name: "svm1" }, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
      });
    }),
  );

  /** Both resources, as a run before had them created; not among the requests. */
  const made = async (harness: ProviderHarness, more: Bag = {}): Promise<readonly [Resource, Resource]> => {
    const created = [
      await harness.create("IscsiService", service),
      await harness.create("IscsiCredentials", { ...host, ...more }),
    ] as const;
    await harness.everyRequest();
    return created;
  };
  /** What a refresh does. */
  const refreshed = async (harness: ProviderHarness, resource: Resource) => {
    const read = await harness.read(resource);
    const { id, type, inputs } = resource;
    const olds = harness.withText(type, read.properties);
    const diff = await harness.host.diff(type, id, olds, harness.withText(type, inputs));
    return { read, diff, resource: { ...resource, outputs: read.properties } };
  };

  test("set, change and clear every property by the same requests and with the same results", async () => {
    await both.run(async (harness) => {
      let [madeService, madeHost] = await made(harness);
      let args: readonly [Bag, Bag] = [service, host];
      const results: unknown[] = [madeService, madeHost];
      for (const step of propertySteps) {
        args = [
          { ...args[0], ...step.service },
          { ...args[1], ...step.host },
        ];
        results.push(step.title, await harness.preview(madeService, args[0]), await harness.preview(madeHost, args[1]));
        madeService = await harness.update(madeService, args[0]);
        madeHost = await harness.update(madeHost, args[1]);
        results.push(madeService, madeHost, await harness.calls());
      }
      return results;
    });
  });

  const refusals: ReadonlyArray<readonly [string, RegExp, Scenario<unknown>]> = [
    [
      "a service that is disabled",
      /1 live session would be cut now/,
      async (harness) => {
        const [one] = await made(harness);
        await harness.logIn(login);
        return harness.update(one, { ...service, enabled: false });
      },
    ],
    [
      "a service that is deleted",
      /1 live session would be cut now/,
      async (harness) => {
        const [one] = await made(harness);
        await harness.logIn(login);
        return harness.delete(one);
      },
    ],
    [
      "a host that is denied",
      /1 live session would be locked out/,
      async (harness) => {
        const [, one] = await made(harness);
        await harness.logIn(login);
        return harness.update(one, { ...host, authenticationType: "deny" });
      },
    ],
    [
      "what exists",
      /5374142.*Remove one of the two/,
      async (harness) => {
        await made(harness);
        return harness.create("IscsiCredentials", host);
      },
    ],
    [
      "an SVM that is not there",
      /2621462|knows no SVM/,
      (harness) => harness.create("IscsiService", { svm: { name: "svm9" } }),
    ],
  ];

  test.each(refusals)("refuse %s with the same words", async (_what, words, scenario) => {
    const { failure } = await both.run(scenario);
    expect(failure?.message).toMatch(words);
  });

  test("find the same wrong with arguments", async () => {
    const wrong = {
      ...host,
      initiator: "host1",
      authenticationType: "chap",
      chap: { inbound: { user: "host1", password: "0xcanary" } },
    };
    const { result } = await both.run(async (harness) => {
      const args = harness.withText("IscsiCredentials", wrong);
      const { failures } = await harness.host.check("IscsiCredentials", {}, args);
      // The plugin names in the reason what the engine could not print a value of.
      return failures.map(({ property, reason }) => [property, reason].filter(Boolean).join(": "));
    });
    expect(result).toEqual([
      expect.stringContaining("initiator: "),
      expect.stringContaining("chap.inbound.password: a password that begins with 0x"),
    ]);
  });

  test("let through with forceDisconnect", async () => {
    await both.run(async (harness) => {
      const [one] = await made(harness);
      await harness.logIn(login);
      return harness.update(one, { ...service, enabled: false, forceDisconnect: true });
    });
  });

  test("find drift in a refresh, and repair it", async () => {
    const { result } = await both.run((harness) => made(harness, { authenticationType: "chap", chap }));
    const [one = fail(), another = fail()] = result ?? [];
    await both.run(async (harness) => {
      await harness.byHand("PATCH", `services/${SVM1}`, { target: { alias: "theirs" } });
      await harness.byHand("PATCH", `credentials/${SVM1}/${HOST}`, { authentication_type: "none" });
    });
    const found = await both.runInNextRun(async (harness) => [
      await refreshed(harness, one),
      await refreshed(harness, another),
    ]);
    expect(found.result?.[1]?.read.inputs).toMatchObject({ authenticationType: "none", chap });
    await both.runInNextRun(async (harness) => {
      const seen = await refreshed(harness, another);
      return harness.update(seen.resource, { ...host, authenticationType: "chap", chap });
    });
  });

  test("plan a replacement for another SVM and another initiator", async () => {
    const { result } = await both.run(async (harness) => {
      const [one, another] = await made(harness);
      return [
        await harness.preview(one, { svm: { name: "svm2" } }),
        await harness.preview(another, { ...host, svm: { uuid: SVM2 }, initiator: OTHER_HOST }),
      ];
    });
    expect(result).toEqual([
      { changes: true, replaces: ["svm"], deleteBeforeReplace: true },
      { changes: true, replaces: ["svm", "initiator"], deleteBeforeReplace: true },
    ]);
  });

  test("plan a replacement for another cluster only where the SVM is another one there", async () => {
    const other = await startSimulator({ fixture: { svms: [{ uuid: SVM2, name: "svm1" }] } });
    const { url, username, password } = other;
    const { result } = await both.run((harness) => made(harness));
    const [one = fail()] = result ?? [];
    const planned = await both.runInNextRun(
      async (harness) => [
        await harness.preview(one, { ...service, cluster: "same" }),
        await harness.preview(one, { ...service, cluster: "other" }),
      ],
      (harness) => ({
        "ontap-iscsi:clusters": JSON.stringify({
          same: { host: harness.url, username: harness.username, password: harness.password },
          other: { host: url, username, password },
        }),
      }),
    );
    await other.close();
    expect(planned.result).toMatchObject([{ replaces: [] }, { replaces: ["cluster"] }]);
  });

  test("adopt what exists, and give back the default row", async () => {
    await both.run(async (harness) => {
      await made(harness);
      const adopted = await harness.create("IscsiCredentials", {
        ...host,
        authenticationType: "chap",
        chap,
        adopt: true,
      });
      const fallback = await harness.create("IscsiCredentials", {
        ...host,
        initiator: "default",
        authenticationType: "deny",
      });
      await harness.delete(fallback);
      return [adopted, fallback];
    });
  });

  test("record what was achieved, and finish it in the next update", async () => {
    const wanted = { ...service, enabled: false, target: { alias: "one" } };
    const { failure } = await both.run(async (harness) => {
      const [one] = await made(harness);
      await harness.control("POST", "/faults", {
        match: { method: "PATCH", path: "/api/protocols/san/iscsi/services", nth: 2 },
        kind: "status",
        status: 400,
        code: "5374081",
      });
      return harness.update(one, wanted);
    });
    expect(failure?.recorded).toMatchObject({ id: SVM1 });
    const outputs = failure?.recorded.properties ?? {};
    await both.runInNextRun(async (harness) => {
      return harness.update({ type: "IscsiService", id: SVM1, inputs: wanted, outputs }, wanted);
    });
  });

  test("tell what is gone from what could not be read", async () => {
    const { result } = await both.run((harness) => made(harness));
    const [, one = fail()] = result ?? [];
    const unread = await both.runInNextRun(async (harness) => {
      await harness.control("POST", "/faults", { match: { path: "/api/" }, kind: "status", status: 403, code: "6" });
      return harness.read(one);
    });
    expect(unread.failure?.message).toContain("it is kept as recorded");
    const gone = await both.runInNextRun(async (harness) => {
      await harness.control("DELETE", "/faults");
      await harness.byHand("DELETE", `credentials/${SVM1}/${HOST}`);
      return [await harness.read(one), await harness.delete(one)];
    });
    expect(gone.result?.[0]).toEqual({ id: "", properties: {} });
  });
});

function fail(): never {
  throw new Error("the resources were not created");
}
