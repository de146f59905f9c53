import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Json, WireRecord } from "../../simulator/query";
import { ambiguityChoices, defaultAmbiguities } from "../../simulator/state/ambiguities";
import { type Answer, type Cluster, codeOf, credentials, services, startCluster, svm1 } from "./client";

const initiator = "iqn.1995-08.com.example:string";
const path = `${credentials}/${svm1}/${initiator}`;
const inbound = { user: "in", password: "secret" };
const outbound = { user: "out", password: "mirror" };

describe("what the documents leave open", () => {
  let cluster: Cluster;
  const patch = (body: Json) => cluster.call("PATCH", path, body);
  const post = (body: WireRecord) => cluster.call("POST", credentials, { "svm.name": "svm1", ...body });
  const chapShown = async () => (await cluster.call("GET", path)).body.chap;

  beforeEach(async () => {
    cluster = await startCluster();
    await cluster.call("POST", services, { svm: { name: "svm1" } });
    await post({ initiator, authentication_type: "chap", chap: { inbound, outbound } });
  });
  afterEach(() => cluster.simulator.close());

  const questions: [string, WireRecord, (answered: Cluster) => Promise<unknown>, unknown][] = [
    [
      "a missing credential is 5374895 to a GET",
      { missingCredentialGet: "5374895" },
      async ({ call }) => codeOf(await call("GET", `${path}x`)),
      "5374895",
    ],
    [
      "secrets outlive a change to none",
      { secretsGoWithType: false },
      async () => {
        await patch({ authentication_type: "none" });
        const hidden = await chapShown();
        await patch({ authentication_type: "chap" });
        return [hidden, await chapShown()];
      },
      [undefined, { inbound: { user: "in" }, outbound: { user: "out" } }],
    ],
    [
      "a new inbound pair alone drops the outbound one",
      { outboundKeptOnPatch: false },
      async () => {
        await patch({ authentication_type: "chap", chap: { inbound } });
        return chapShown();
      },
      { inbound: { user: "in" } },
    ],
    [
      "an empty outbound user suffices to clear the pair",
      { clearOutboundAlone: true },
      async () => {
        await patch({ chap: { outbound: { user: "" } } });
        return chapShown();
      },
      { inbound: { user: "in" } },
    ],
    [
      "the default row takes an empty list",
      { emptyListOnDefault: "accept" },
      async ({ call }) => {
        const row = `${credentials}/${svm1}/default`;
        return (await call("PATCH", row, { initiator_address: { ranges: [], masks: [] } })).status;
      },
      200,
    ],
    [
      "a read-only field in a PATCH is 262203",
      { readOnlyInPatch: "262203" },
      async ({ call }) => codeOf(await call("PATCH", `${services}/${svm1}`, { "target.name": "iqn.x" })),
      "262203",
    ],
    [
      "upper-case letters are folded, in a path as well",
      { upperCaseInitiator: "fold" },
      async ({ call }) => {
        const made: Answer = await post({ initiator: "IQN.1995-08.com.Example:B", authentication_type: "none" });
        const shown = await call("GET", `${credentials}/${svm1}/iqn.1995-08.com.EXAMPLE:b`);
        return [made.status, shown.body.initiator];
      },
      [201, "iqn.1995-08.com.example:b"],
    ],
    [
      "an early release refuses an empty outbound user",
      { emptyOutboundUser: "refuseBefore911" },
      async ({ call, control }) => {
        await control("PUT", "/settings", { version: "9.10.1" });
        const cleared = { authentication_type: "chap", chap: { inbound, outbound: { user: "" } } };
        return codeOf(await call("PATCH", path, cleared));
      },
      "262197",
    ],
    [
      "a POST with an empty alias is refused",
      { postEmptyAlias: "refuse" },
      async ({ call }) => codeOf(await call("POST", services, { svm: { name: "svm2" }, target: { alias: "" } })),
      "262197",
    ],
  ];
  test.each(questions)("a switch can have it that %s", async (_what, unknowns, ask, expected) => {
    expect(await ask(cluster)).not.toEqual(expected);
    await cluster.control("PUT", "/settings", { unknowns });
    await patch({ authentication_type: "chap", chap: { inbound, outbound } });
    expect(await ask(cluster)).toEqual(expected);
  });

  test("an outbound user alone is refused by default", async () => {
    expect(codeOf(await patch({ chap: { outbound: { user: "" } } }))).toBe("5374149");
  });
});

test("the guide lists every switch with its values, the default first", () => {
  const guide = readFileSync(join(__dirname, "../../docs/simulator.md"), "utf8");
  for (const [name, choices] of Object.entries(ambiguityChoices)) {
    const values = choices.map((choice) => `\`${JSON.stringify(choice)}\``).join(", ");
    expect(guide).toContain(`| \`${name}\` | ${values} |`);
    expect(Object(defaultAmbiguities)[name]).toBe(choices[0]);
  }
});
