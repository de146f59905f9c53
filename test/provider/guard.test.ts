import type { Bag } from "../engine/bag";
import { HOST } from "../names";
import { FRONTS, ProviderHarness, type Resource } from "./provider-harness";

const STRANGER = "iqn.1998-01.com.corp.iscsi:stranger";
const chap = { inbound: { user: "host1", password: "inbound-password" } };
const login = { user: "host1", password: "inbound-password" };
const list = (start: string, end: string) => ({ initiatorAddress: { ranges: [{ start, end }] } });

interface Session {
  readonly initiator?: string;
  readonly address?: string;
  readonly user?: string;
  readonly password?: string;
}

interface Change {
  readonly title: string;
  /** The row: its own arguments before and after; `after` undefined deletes it. */
  readonly initiator?: string;
  readonly before: Bag;
  readonly after: Bag | undefined;
  /** Type of the `default` row. */
  readonly fallback?: "none" | "deny" | "chap";
  readonly session: Session;
  readonly warns?: string;
}

const refused: readonly Change[] = [
  {
    title: "none becomes deny",
    before: { authenticationType: "none" },
    after: { authenticationType: "deny" },
    session: {},
  },
  {
    title: "chap becomes deny",
    before: { authenticationType: "chap", chap },
    after: { authenticationType: "deny" },
    session: login,
  },
  {
    title: "none becomes chap",
    before: { authenticationType: "none" },
    after: { authenticationType: "chap", chap },
    session: {},
  },
  {
    title: "a list comes without the address",
    before: { authenticationType: "none" },
    after: { authenticationType: "none", ...list("10.9.0.1", "10.9.0.9") },
    session: {},
  },
  {
    title: "a list becomes narrower",
    before: { authenticationType: "none", ...list("10.0.0.1", "10.0.0.9") },
    after: { authenticationType: "none", ...list("10.0.0.1", "10.0.0.4") },
    session: {},
  },
  {
    title: "the row goes and default denies",
    before: { authenticationType: "none" },
    after: undefined,
    fallback: "deny",
    session: {},
  },
  {
    title: "the row goes and default asks for chap",
    before: { authenticationType: "none" },
    after: undefined,
    fallback: "chap",
    session: {},
  },
  {
    title: "default becomes deny",
    initiator: "default",
    before: { authenticationType: "none" },
    after: { authenticationType: "deny" },
    session: { initiator: STRANGER },
  },
  {
    title: "default becomes chap",
    initiator: "default",
    before: { authenticationType: "none" },
    after: { authenticationType: "chap", chap },
    session: { initiator: STRANGER },
  },
];

const allowed: readonly Change[] = [
  {
    title: "the CHAP user and password rotate",
    before: { authenticationType: "chap", chap },
    after: { authenticationType: "chap", chap: { inbound: { user: "other", password: "another-password" } } },
    session: login,
  },
  {
    title: "an outbound pair comes",
    before: { authenticationType: "chap", chap },
    after: {
      authenticationType: "chap",
      chap: { ...chap, outbound: { user: "array", password: "outbound-password" } },
    },
    session: login,
  },
  {
    title: "chap becomes none",
    before: { authenticationType: "chap", chap },
    after: { authenticationType: "none" },
    session: login,
    warns: "without a password",
  },
  {
    title: "a list becomes wider",
    before: { authenticationType: "none", ...list("10.0.0.1", "10.0.0.9") },
    after: { authenticationType: "none", ...list("10.0.0.1", "10.0.0.99") },
    session: {},
    warns: "addresses that were not allowed",
  },
  {
    title: "a list comes with the address",
    before: { authenticationType: "none" },
    after: { authenticationType: "none", ...list("10.0.0.1", "10.0.0.9") },
    session: {},
  },
  {
    title: "the row goes and default lets everybody in",
    before: { authenticationType: "none" },
    after: undefined,
    fallback: "none",
    session: {},
  },
  {
    title: "the row goes and default asks for the CHAP that was used",
    before: { authenticationType: "chap", chap },
    after: undefined,
    fallback: "chap",
    session: login,
  },
  {
    title: "another host is denied",
    initiator: STRANGER,
    before: { authenticationType: "none" },
    after: { authenticationType: "deny" },
    session: {},
  },
  {
    title: "default becomes deny while the host has a row of its own",
    initiator: "default",
    before: { authenticationType: "none" },
    after: { authenticationType: "deny" },
    session: {},
  },
];

describe.each(FRONTS)("The session guard for credentials (%s)", (front) => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ front });
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.control("PUT", "/state", {
      svms: [{ name: "svm1" }],
      services: [{ svm: { name: "svm1" } }],
      interfaces: [{ svm: { name: "svm1" }, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
    });
  });

  async function setUp({ initiator = HOST, before, fallback = "none", session }: Change): Promise<Resource> {
    const own = { svm: { name: "svm1" }, initiator };
    const resource = await harness.create("IscsiCredentials", { ...own, ...before });
    if (initiator === "default" && session.initiator === undefined) {
      await harness.create("IscsiCredentials", { svm: { name: "svm1" }, initiator: HOST, authenticationType: "none" });
    }
    await harness.control("POST", "/sessions", {
      svm: "svm1",
      interface: "iscsi_lif1",
      initiator: HOST,
      address: "10.0.0.5",
      ...session,
    });
    if (fallback !== "none") {
      await harness.create("IscsiCredentials", {
        svm: { name: "svm1" },
        initiator: "default",
        authenticationType: fallback,
        ...(fallback === "chap" ? { chap } : {}),
      });
    }
    await harness.calls();
    return resource;
  }

  const run = (resource: Resource, { initiator = HOST, after }: Change, more: Bag = {}): Promise<unknown> =>
    after === undefined
      ? harness.delete(resource)
      : harness.update(resource, { svm: { name: "svm1" }, initiator, ...after, ...more });

  test.each(refused)("refuses while the host is logged in: $title", async (change) => {
    const resource = await setUp(change);
    await expect(run(resource, change)).rejects.toThrow(/1 live session would be locked out at the next login/);
    const calls = await harness.calls();
    expect(calls.filter((call) => call === "GET sessions")).toHaveLength(1);
    expect(calls.filter((call) => !call.startsWith("GET"))).toEqual([]);
  });

  test.each(refused.filter(({ after }) => after !== undefined))(
    "lets through with forceDisconnect, without a look: $title",
    async (change) => {
      const resource = await setUp(change);
      await run(resource, change, { forceDisconnect: true });
      expect(await harness.calls()).toEqual(["PATCH credentials"]);
    },
  );

  test.each(allowed)("lets through: $title", async (change) => {
    const resource = await setUp(change);
    await run(resource, change);
    const calls = await harness.calls();
    expect(calls.filter((call) => !call.startsWith("GET"))).toHaveLength(1);
    expect(calls.filter((call) => call === "GET sessions").length).toBeLessThanOrEqual(1);
    if (change.warns !== undefined) {
      await harness.host.printed(change.warns);
    }
  });
});
