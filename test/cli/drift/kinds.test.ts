import type { DriftObject, DriftReport } from "../../../cli/drift/report";
import { kinds } from "../../../provider/inventory";
import { SVM1, SVM2 } from "../../names";
import { DriftWorld, objectOf, PASSWORDS } from "./harness";

const MUTUAL = `credentials/${SVM1}/iqn.1998-01.com.example:mutual`;
const LISTED = `credentials/${SVM1}/iqn.1998-01.com.example:listed`;
const TOKEN = "pulumi-nodejs:dynamic/ontap-iscsi:IscsiCredentials";
const login = (more: object) => ({
  authentication_type: "chap",
  chap: {
    inbound: { user: "in", password: "inbound-secret-1" },
    outbound: { user: "out", password: "outbound-secret-1" },
    ...more,
  },
});
const ranges = [{ start: "10.0.0.1", end: "10.0.0.9" }];
const masks = [{ address: "10.1.0.0", netmask: "16" }];

interface Kind {
  readonly what: string;
  readonly by: readonly [method: string, path: string, body?: unknown];
  readonly name: string;
  readonly found: Partial<DriftObject>;
}

function changed(property: string, recorded: unknown, actual: unknown): Partial<DriftObject> {
  return { status: "changed", changes: [{ property, recorded, actual }] };
}

const KINDS: readonly Kind[] = [
  {
    what: "an alias",
    by: ["PATCH", `services/${SVM1}`, { target: { alias: "other" } }],
    name: "one",
    found: changed("target.alias", "prod", "other"),
  },
  {
    what: "a cleared alias",
    by: ["PATCH", `services/${SVM1}`, { target: { alias: "" } }],
    name: "one",
    found: changed("target.alias", "prod", ""),
  },
  {
    what: "a state",
    by: ["PATCH", `services/${SVM2}`, { enabled: false }],
    name: "two",
    found: changed("enabled", true, false),
  },
  {
    what: "an authentication type",
    by: ["PATCH", MUTUAL, { authentication_type: "deny" }],
    name: "mutual",
    found: changed("authenticationType", "chap", "deny"),
  },
  {
    what: "the default row",
    by: ["PATCH", `credentials/${SVM1}/default`, { authentication_type: "none" }],
    name: "default1",
    found: changed("authenticationType", "deny", "none"),
  },
  {
    what: "an inbound user",
    by: ["PATCH", MUTUAL, login({ inbound: { user: "else", password: "inbound-secret-3" } })],
    name: "mutual",
    found: changed("chap.inbound.user", "in", "else"),
  },
  {
    what: "an outbound user that changed",
    by: ["PATCH", MUTUAL, login({ outbound: { user: "else", password: "outbound-secret-3" } })],
    name: "mutual",
    found: changed("chap.outbound.user", "out", "else"),
  },
  {
    what: "an outbound user that was removed",
    by: ["PATCH", MUTUAL, login({ outbound: { user: "" } })],
    name: "mutual",
    found: changed("chap.outbound.user", "out", null),
  },
  {
    what: "users that were added",
    by: ["PATCH", LISTED, login({})],
    name: "listed",
    found: {
      status: "changed",
      changes: [
        { property: "authenticationType", recorded: "none", actual: "chap" },
        { property: "chap.inbound.user", recorded: null, actual: "in" },
        { property: "chap.outbound.user", recorded: null, actual: "out" },
      ],
      unseen: [],
    },
  },
  {
    what: "an address range",
    by: ["PATCH", LISTED, { initiator_address: { ranges: [{ start: "10.0.0.1", end: "10.0.0.99" }], masks } }],
    name: "listed",
    found: changed("initiatorAddress.ranges", ranges, [{ start: "10.0.0.1", end: "10.0.0.99" }]),
  },
  {
    what: "a network",
    by: ["PATCH", LISTED, { initiator_address: { ranges, masks: [{ address: "10.1.0.0", netmask: "24" }] } }],
    name: "listed",
    found: changed("initiatorAddress.masks", masks, [{ address: "10.1.0.0", netmask: "24" }]),
  },
  {
    what: "a credential that is gone",
    by: ["DELETE", LISTED],
    name: "listed",
    found: { status: "gone", changes: [], unseen: [], reason: "the array has no such iSCSI credential (code 4)" },
  },
];

let world: DriftWorld;
beforeAll(async () => {
  world = await DriftWorld.start();
});
afterAll(() => world?.stop());
beforeEach(() => world.reset());

it("calls an array clean that is as recorded, and names the passwords that nobody can see", async () => {
  const { code, report, printed } = await world.report();
  expect({ code, status: report.status, unmanaged: report.unmanaged }).toEqual({
    code: 0,
    status: "clean",
    unmanaged: [],
  });
  expect(report.objects.map(({ status, changes }) => [status, changes])).toEqual(Array(6).fill(["clean", []]));
  expect(objectOf(report, "mutual")).toEqual({
    urn: `urn:pulumi:dev::test-project::${TOKEN}::mutual`,
    name: "mutual",
    type: TOKEN,
    id: `${SVM1}/iqn.1998-01.com.example:mutual`,
    cluster: null,
    svm: "svm1",
    status: "clean",
    changes: [],
    unseen: ["chap.inbound.password", "chap.outbound.password"],
  });
  for (const password of PASSWORDS) {
    expect(printed).not.toContain(password);
  }
});

it.each(KINDS)("shows $what", async ({ by, name, found }) => {
  await world.e2e.byHand(...by);
  const { code, report, printed } = await world.report();
  expect({ code, status: report.status }).toEqual({ code: 2, status: "drift" });
  expect(objectOf(report, name)).toMatchObject(found);
  expect(report.objects.filter(({ status }) => status !== "clean").map((object) => object.name)).toEqual([name]);
  expect(printed).not.toMatch(/-secret-/);
  expect((await world.e2e.requests()).map(({ method }) => method)).toEqual(
    Array(kinds.length + (found.status === "gone" ? 1 : 0)).fill("GET"),
  );
});

it("takes a network that is spelled in another way for the same", async () => {
  await world.e2e.byHand("PATCH", LISTED, {
    initiator_address: { ranges: [{ start: "10.1.0.0", end: "10.1.255.255" }, ...ranges], masks: [] },
  });
  expect((await world.report()).code).toBe(0);
});

it("names a service that is gone, and its credentials with it", async () => {
  await world.e2e.byHand("PATCH", `services/${SVM1}`, { enabled: false });
  await world.e2e.byHand("DELETE", `services/${SVM1}`);
  const { code, report } = await world.report();
  expect(code).toBe(2);
  const gone = report.objects.filter(({ status }) => status === "gone");
  expect(gone.map(({ name, reason }) => [name, reason])).toEqual([
    ...["default1", "hidden", "listed", "mutual"].map((name) => [
      name,
      "the array has no such iSCSI credential (code 4)",
    ]),
    ["one", "the SVM has no iSCSI service (code 5374078)"],
  ]);
});

it("notes a renamed SVM and a changed target name, and calls neither drift", async () => {
  const fixture = JSON.stringify(world.fixture)
    .replaceAll('"name":"svm2"', '"name":"renamed"')
    .replaceAll(":vs.5", ":vs.55");
  await world.e2e.control("PUT", "/state", JSON.parse(fixture));
  const { code, report } = await world.report();
  expect(code).toBe(0);
  const { notes, status } = objectOf(report, "two");
  expect([status, notes.map(({ property, actual }) => [property, actual])]).toEqual([
    "clean",
    [
      ["svmName", "renamed"],
      ["targetName", expect.stringContaining(":vs.55")],
    ],
  ]);
  expect((await world.fromFile()).stdout).toContain('the SVM is now called "renamed"; it was "svm2"');
});

it("lists what is in no state, without calling it drift", async () => {
  const initiator = "iqn.1998-01.com.example:stranger";
  await world.e2e.byHand("POST", "credentials", { svm: { name: "svm2" }, initiator, authentication_type: "none" });
  const { code, report } = await world.report();
  expect([code, report.status]).toEqual([0, "clean"]);
  const shown = { type: TOKEN, id: `${SVM2}/${initiator}`, cluster: null, svm: "svm2" };
  expect(report.unmanaged).toEqual([{ ...shown, admits: "none, from anywhere", open: true, drift: false }]);
});

it("reads users that a stack keeps secret from the stack, and shows that they changed but not what they are", async () => {
  const hidden = `credentials/${SVM1}/iqn.1998-01.com.example:hidden`;
  await world.e2e.byHand("PATCH", hidden, {
    authentication_type: "chap",
    chap: { inbound: { user: "spied-user", password: "inbound-secret-2" } },
  });
  const [file, stack] = await Promise.all([world.report(), world.fromStack("--stack", "dev", "--format", "json")]);
  expect([file.code, objectOf(file.report, "hidden")]).toMatchObject([0, { status: "clean", unseen: ["chap"] }]);
  expect(stack).toMatchObject({ code: 2, stderr: "" });
  const report: DriftReport = JSON.parse(stack.stdout);
  expect(report.provenance.source).toEqual({ stack: "dev", project: "test-project" });
  expect(objectOf(report, "hidden")).toMatchObject({
    status: "changed",
    changes: [{ property: "chap.inbound.user", recorded: "[secret]", actual: "[secret]" }],
    unseen: ["chap.inbound.password"],
  });
  expect(`${stack.stdout}${file.printed}`).not.toMatch(/spied-user|secret-user|-secret-\d/);
});

it("says which stack it was that records nothing to compare", async () => {
  await world.e2e.project.expect(["stack", "init", "empty"]);
  try {
    const { code, stdout } = await world.fromStack();
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining("Nothing was compared: the stack empty has no managed"),
    ]);
  } finally {
    await world.e2e.project.expect(["stack", "select", "dev"]);
  }
});

it("names a stack that does not exist", async () => {
  const result = await world.fromStack("--stack", "nope");
  expect(result).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("no stack named 'nope'") });
});
