import { EndToEndHarness } from "../e2e/harness";
import { stepOf } from "../engine/report";
import { expectExit } from "../expect-exit";
import { HOST, SVM1 } from "../names";

const CREDENTIAL = `credentials/${SVM1}/${encodeURIComponent(HOST)}`;
const chap = {
  inbound: { user: "host1", password: "inbound-password" },
  outbound: { user: "array1", password: "outbound-password" },
};

const program = `
  const service = new IscsiService("service", { svm: { name: "svm1" }, target: { alias: "prod" } });
  new IscsiCredentials("host", {
    svm: service.svm, initiator: "${HOST}", authenticationType: "chap", chap: ${JSON.stringify(chap)},
    initiatorAddress: { ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }], masks: [{ address: "10.1.0.0", netmask: "16" }] },
  });`;

interface Drift {
  readonly title: string;
  /** What is done by hand: method, path, body. */
  readonly by: ReadonlyArray<readonly [string, string, unknown?]>;
  /** Properties that the report names; `gone` where the object vanished. */
  readonly named: { readonly service?: readonly string[]; readonly host?: readonly string[] | "gone" };
  /** Requests that repair it, in the order of their names. */
  readonly repair: readonly string[];
}

const onService = (body: object) => ["PATCH", `services/${SVM1}`, body] as const;
const onHost = (body: object) => ["PATCH", CREDENTIAL, body] as const;

const drifts: readonly Drift[] = [
  {
    title: "the alias, and the authentication type",
    by: [onService({ target: { alias: "test" } }), onHost({ authentication_type: "none" })],
    named: { service: ["target.alias"], host: ["authenticationType"] },
    repair: ["PATCH credentials", "PATCH services"],
  },
  {
    title: "the alias, cleared, and the inbound user",
    by: [
      onService({ target: { alias: "" } }),
      onHost({ authentication_type: "chap", chap: { ...chap, inbound: { ...chap.inbound, user: "other" } } }),
    ],
    named: { service: ["target.alias"], host: ["chap.inbound.user"] },
    repair: ["PATCH credentials", "PATCH services"],
  },
  {
    title: "the state, and the outbound user, taken away",
    by: [
      onService({ enabled: false }),
      onHost({ authentication_type: "chap", chap: { inbound: chap.inbound, outbound: { user: "" } } }),
    ],
    named: { service: ["enabled"], host: ["chap.outbound"] },
    repair: ["PATCH credentials", "PATCH services"],
  },
  {
    title: "the address list",
    by: [
      onHost({
        initiator_address: {
          ranges: [{ start: "10.0.0.1", end: "10.0.0.99" }],
          masks: [{ address: "10.1.0.0", netmask: "16" }],
        },
      }),
    ],
    named: { host: ["initiatorAddress.ranges[0].end"] },
    repair: ["PATCH credentials"],
  },
  {
    title: "the address list, cleared",
    by: [onHost({ initiator_address: { ranges: [], masks: [] } })],
    named: { host: ["initiatorAddress"] },
    repair: ["PATCH credentials"],
  },
  {
    title: "the whole credential",
    by: [["DELETE", CREDENTIAL]],
    named: { host: "gone" },
    repair: ["POST credentials"],
  },
];

describe("Drift on the real engine", () => {
  let end: EndToEndHarness;
  beforeAll(async () => {
    end = await EndToEndHarness.start(program);
    await end.project.expect(["up", "--yes", "--skip-preview"]);
    await end.requests();
  });
  afterAll(() => end.stop());

  test.each(drifts)("$title is named, closes the gate, and is repaired", async ({ by, named, repair }) => {
    for (const change of by) {
      await end.byHand(...change);
    }

    const seen = await end.project.refresh(["--preview-only", "--json", "--expect-no-changes"]);
    expect(seen.code).toBe(7);
    for (const [name, properties] of Object.entries(named)) {
      const step = stepOf(seen.report(), name);
      expect([name, step.op, Object.keys(step.detailedDiff ?? {})]).toEqual(
        properties === "gone" ? [name, "delete", []] : [name, "update", [...properties]],
      );
    }
    expect((await end.calls()).every((call) => call.startsWith("GET"))).toBe(true);

    await end.project.expect(["up", "--yes", "--skip-preview", "--refresh"]);
    const writes = (await end.calls()).filter((call) => !call.startsWith("GET"));
    expect([...writes].sort()).toEqual(repair);

    expectExit(await end.project.refresh(["--preview-only", "--expect-no-changes"]), 0);
    await end.requests();
  });

  test("stands in the text of a preview, and the preview plans the repair", async () => {
    await end.byHand("PATCH", `services/${SVM1}`, { target: { alias: "test" } });
    const { code, text } = await end.project.preview(["--refresh", "--diff", "--expect-no-changes"]);
    expect(code).toBe(7);
    expect(text).toContain('alias: "prod" => "test"');
    expect(text).toContain('alias: "test" => "prod"');
  });

  test("is seen with a login that only the environment knows, and with --run-program", async () => {
    await end.control("PUT", "/settings", { users: [{ name: "watcher", password: "watching", role: "readonly" }] });
    const env = { ONTAP_USERNAME: "watcher", ONTAP_PASSWORD: "watching" };
    const { code, text } = await end.project.refresh(
      ["--preview-only", "--run-program", "--diff", "--expect-no-changes"],
      env,
    );
    expect(code).toBe(7);
    expect(text).toContain("alias");
    const wrong = await end.project.refresh(["--preview-only"], { ...env, ONTAP_PASSWORD: "wrong" });
    expect(wrong.code).not.toBe(0);
    expect(wrong.code).not.toBe(7);
    expect(wrong.text).toContain("it is kept as recorded");
    await end.project.expect(["up", "--yes", "--skip-preview", "--refresh"]);
  });

  test("a renamed SVM is told and never planned", async () => {
    const state = await end.control("GET", "/state");
    await end.control(
      "PUT",
      "/state",
      JSON.parse(JSON.stringify(state).replaceAll('"name":"svm1"', '"name":"renamed"')),
    );
    const refreshed = await end.project.refresh(["--expect-no-changes"]);
    expectExit(refreshed, 0);
    expect(refreshed.text).toContain("is now called renamed; it was svm1");
    expectExit(await end.project.preview(["--expect-no-changes"]), 0);
    end.setProgram(program.replace('name: "svm1"', 'name: "renamed"'));
    const preview = await end.project.preview(["--json"]);
    expect(preview.report().steps.filter(({ op }) => op !== "same")).toEqual([]);
  });
});
