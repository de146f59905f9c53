import { EndToEndHarness } from "../e2e/harness";
import { stepOf } from "../engine/report";
import { expectExit } from "../expect-exit";
import { HOST } from "../names";
import { propertySteps } from "../provider/property-steps";

interface Args {
  readonly service: Readonly<Record<string, unknown>>;
  readonly host: Readonly<Record<string, unknown>>;
}

describe("Every property on the real engine", () => {
  let end: EndToEndHarness;
  let args: Args = {
    service: { svm: { name: "svm1" } },
    host: { svm: { name: "svm1" }, initiator: HOST, authenticationType: "none" },
  };

  const program = ({ service, host }: Args): string => `
    const service = new IscsiService("service", ${JSON.stringify(service)});
    new IscsiCredentials("host", ${JSON.stringify(host)}, { dependsOn: [service] });`;

  beforeAll(async () => {
    end = await EndToEndHarness.start(program(args));
    expectExit(await end.project.up(), 0);
    expect(await end.calls()).toEqual(["POST services", "POST credentials"]);
  });
  afterAll(() => end.stop());

  test.each(propertySteps)("$title", async ({ service = {}, host = {}, shows, calls }) => {
    args = { service: { ...args.service, ...service }, host: { ...args.host, ...host } };
    end.setProgram(program(args));

    // With a refresh, so that it would also show what the step before recorded otherwise than it is.
    const preview = await end.project.preview(["--refresh", "--json"]);
    const planned = preview.report().steps.filter(({ op }) => op !== "refresh");
    for (const name of ["service", "host"] as const) {
      // The engine leaves some unchanged resources out of its report.
      const step = planned.find(({ urn }) => urn.endsWith(`::${name}`)) ?? { op: "same", detailedDiff: null };
      expect([name, step.op, Object.keys(step.detailedDiff ?? {}).sort()]).toEqual([
        name,
        shows[name] === undefined ? "same" : "update",
        shows[name] ?? [],
      ]);
    }
    const asked = (await end.calls()).filter((call) => call !== "GET sessions" && call !== "GET svms");
    expect([...asked].sort()).toEqual(["GET credentials", "GET services"]);

    expectExit(await end.project.up(), 0);
    const sent = (await end.calls()).filter((call) => call !== "GET svms");
    expect([...sent].sort()).toEqual(calls);
  });

  test("a refresh after all of it finds no change", async () => {
    expectExit(await end.project.refresh(["--expect-no-changes"]), 0);
    await end.requests();
  });

  test("a preview and an up without a change send nothing", async () => {
    expectExit(await end.project.preview(["--expect-no-changes"]), 0);
    expectExit(await end.project.up(["--expect-no-changes"]), 0);
    expectExit(await end.project.up(["--expect-no-changes"]), 0);
    expect((await end.calls()).filter((call) => call !== "GET svms")).toEqual([]);
  });

  test("another initiator and another SVM replace, and the old object goes first", async () => {
    args = {
      service: { ...args.service, svm: { name: "svm2" } },
      host: { ...args.host, svm: { name: "svm2" }, initiator: "iqn.1998-01.com.corp.iscsi:name2" },
    };
    end.setProgram(program(args));
    const report = (await end.project.preview(["--json"])).report();
    expect(stepOf(report, "service")).toMatchObject({ op: "replace", replaceReasons: ["svm"] });
    const { op, replaceReasons } = stepOf(report, "host");
    // The engine tells them in no order of its own.
    expect([op, [...(replaceReasons ?? [])].sort()]).toEqual(["replace", ["initiator", "svm"]]);
    await end.requests();

    expectExit(await end.project.up(), 0);
    const writes = (await end.calls()).filter((call) => !call.startsWith("GET"));
    expect([...writes].sort()).toEqual([
      "DELETE credentials",
      "DELETE services",
      "PATCH services",
      "POST credentials",
      "POST services",
    ]);
    expect(writes.indexOf("DELETE services")).toBeLessThan(writes.indexOf("POST services"));
    expect(writes.indexOf("DELETE credentials")).toBeLessThan(writes.indexOf("POST credentials"));
    expectExit(await end.project.refresh(["--expect-no-changes"]), 0);
  });
});
