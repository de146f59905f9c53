import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { EndToEndHarness } from "../e2e/harness";
import { expectExit } from "../expect-exit";
import { SVM1 } from "../names";

const NAMES = ["a", "b"].map((name) => `iqn.1998-01.com.example:${name}`);

const program = (alias: string) => `
  const fs = require("node:fs");
  const known = (what) => (value) => fs.appendFileSync("known", what + " " + JSON.stringify(value) + "\\n");
  const failure = (work) => { try { work(); } catch (error) { return error.message; } };

  const service = new IscsiService("service", { svm: { name: "svm1" }, target: { alias: "${alias}" } });
  service.svm.apply(known("svm"));
  service.svmUuid.apply(known("svmUuid"));

  const args = { svm: service.svm, initiator: "${NAMES[0]}", authenticationType: "chap",
    chap: { inbound: { user: "host1", password: "plain-password" } } };
  const a = new IscsiCredentials("a", args);
  args.initiator = "${NAMES[1]}";
  const b = new IscsiCredentials("b", args);

  const found = IscsiService.get("found", service.id);
  const foundHost = IscsiCredentials.get("foundHost", a.id, {}, { dependsOn: [b] });

  const file = require.resolve("pulumi-ontap-iscsi");
  for (const name of Object.keys(require.cache).filter((each) => each.includes("/dist/"))) delete require.cache[name];
  const copy = require(file);

  exports.args = Object.keys(args);
  exports.initiators = [a.initiator, b.initiator];
  exports.missing = [
    failure(() => new IscsiService("x")), failure(() => new IscsiService("x", {})),
    failure(() => new IscsiCredentials("x", { svm: null, initiator: "default" })),
  ];
  exports.kinds = [service, a, undefined, {}].map((each) => [IscsiService.isInstance(each), IscsiCredentials.isInstance(each)]);
  exports.ofCopy = [copy.IscsiService === IscsiService, copy.IscsiService.isInstance(service), copy.IscsiCredentials.isInstance(service)];
  exports.secret = Promise.all([a.chap, a.initiator, a.svm, a.authenticationType].map(pulumi.isSecret));
  exports.found = pulumi.all([found.svm, found.enabled, found.target, found.svmName, found.svmUuid, found.targetName]);
  exports.same = pulumi.all([found.targetName, service.targetName]).apply(([x, y]) => x === y);
  exports.foundHost = pulumi.all([foundHost.svm, foundHost.initiator, foundHost.authenticationType, foundHost.svmUuid, foundHost.chap]);`;

describe("Resource classes on the real engine", () => {
  let end: EndToEndHarness;
  /** What the program knew while it ran, line by line, since the last call. */
  function known(): readonly string[] {
    const file = join(end.project.folder, "known");
    const lines = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
    rmSync(file, { force: true });
    return lines;
  }

  beforeAll(async () => {
    end = await EndToEndHarness.start(program("one"));
  });
  afterAll(() => end?.stop());

  test("give back what the program gave even in a preview; what ONTAP adds is not known before it is there", async () => {
    expectExit(await end.project.preview(["--json"]), 0);
    expect(known()).toEqual(['svm {"name":"svm1"}']);
  });

  test("do what the program says", async () => {
    expectExit(await end.project.up(), 0);
    expect([...known()].sort()).toEqual(['svm {"name":"svm1"}', `svmUuid "${SVM1}"`]);
    const svm = { name: "svm1", uuid: SVM1 };
    const chap = { inbound: { user: "host1" } };
    expect(await end.project.outputs()).toEqual({
      // One object for two resources: neither changed nor kept.
      args: ["svm", "initiator", "authenticationType", "chap"],
      initiators: NAMES,
      missing: [
        'IscsiService "x": required, but missing: svm',
        'IscsiService "x": required, but missing: svm',
        'IscsiCredentials "x": required, but missing: svm, authenticationType',
      ],
      kinds: [
        [true, false],
        [false, true],
        [false, false],
        [false, false],
      ],
      ofCopy: [false, true, false],
      secret: [true, false, false, false],
      found: [svm, true, { alias: "one" }, "svm1", SVM1, expect.stringMatching(/^iqn\.1992-08\.com\.netapp:/)],
      same: true,
      foundHost: [svm, NAMES[0], "chap", SVM1, chap],
    });
  });

  test("keep what depends on them unchanged while they themselves are changed", async () => {
    end.setProgram(program("two"));
    const { steps, changeSummary } = (await end.project.preview(["--json"])).report();
    const changed = steps.filter(({ op }) => op !== "same" && op !== "read");
    expect(changed.map(({ op, urn }) => [op, urn.split("::").pop()])).toEqual([["update", "service"]]);
    // The stack itself and both credentials.
    expect(changeSummary).toMatchObject({ same: 3, update: 1 });
    expect(known()).toContain('svm {"name":"svm1"}');
  });
});
