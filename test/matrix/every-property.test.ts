import { EndToEndHarness } from "../e2e/harness";
import { stepOf } from "../engine/report";
import { expectExit } from "../expect-exit";
import { HOST, SVM1 } from "../names";

interface Args {
  readonly service: Readonly<Record<string, unknown>>;
  readonly host: Readonly<Record<string, unknown>>;
}

interface Step {
  readonly title: string;
  /** Arguments that this step sets; undefined takes one away. */
  readonly service?: Readonly<Record<string, unknown>>;
  readonly host?: Readonly<Record<string, unknown>>;
  /** Properties that the preview names; none where nothing is planned. */
  readonly shows: { readonly service?: readonly string[]; readonly host?: readonly string[] };
  /** Requests of the whole `up`, in the order of their names. */
  readonly calls: readonly string[];
}

const inbound = { user: "host1", password: "inbound-password" };
const outbound = { user: "array1", password: "outbound-password" };

const steps: readonly Step[] = [
  {
    title: "an alias is set; CHAP is asked for",
    service: { target: { alias: "one" } },
    host: { authenticationType: "CHAP", chap: { inbound } },
    shows: { service: ["target"], host: ["authenticationType", "chap"] },
    calls: ["GET sessions", "PATCH credentials", "PATCH services"],
  },
  {
    title: "the alias changes; the inbound user changes",
    service: { target: { alias: "two" } },
    host: { chap: { inbound: { ...inbound, user: "host2" } } },
    shows: { service: ["target.alias"], host: ["chap.inbound.user"] },
    calls: ["PATCH credentials", "PATCH services"],
  },
  {
    title: "the alias is cleared; the inbound password changes",
    service: { target: { alias: "" } },
    host: { chap: { inbound: { user: "host2", password: "another-inbound-password" } } },
    shows: { service: ["target.alias"], host: ["chap.inbound.password"] },
    calls: ["PATCH credentials", "PATCH services"],
  },
  {
    title: "the alias is no longer managed; an outbound pair is set",
    service: { target: undefined },
    host: { chap: { inbound, outbound } },
    shows: { service: ["target"], host: ["chap.inbound.password", "chap.inbound.user", "chap.outbound"] },
    calls: ["PATCH credentials", "PATCH services"],
  },
  {
    title: "the service is disabled; the outbound user changes",
    service: { enabled: false },
    host: { chap: { inbound, outbound: { ...outbound, user: "array2" } } },
    shows: { service: ["enabled"], host: ["chap.outbound.user"] },
    calls: ["GET sessions", "PATCH credentials", "PATCH services"],
  },
  {
    title: "state and alias change together; the outbound password changes",
    service: { enabled: true, target: { alias: "three" } },
    host: { chap: { inbound, outbound: { user: "array2", password: "another-outbound-password" } } },
    shows: { service: ["enabled", "target"], host: ["chap.outbound.password"] },
    calls: ["PATCH credentials", "PATCH services", "PATCH services"],
  },
  {
    title: "enabled is left out, which means true; the outbound pair goes",
    service: { enabled: undefined },
    host: { chap: { inbound } },
    shows: { host: ["chap.outbound"] },
    calls: ["PATCH credentials"],
  },
  {
    title: "forceDisconnect is set on both",
    service: { forceDisconnect: true },
    host: { forceDisconnect: true },
    shows: { service: ["forceDisconnect"], host: ["forceDisconnect"] },
    calls: [],
  },
  {
    title: "forceDisconnect goes and adopt comes",
    service: { forceDisconnect: undefined, adopt: true },
    host: { forceDisconnect: undefined, adopt: true },
    shows: { service: ["adopt", "forceDisconnect"], host: ["adopt", "forceDisconnect"] },
    calls: [],
  },
  {
    title: "the same SVM is named by its UUID",
    service: { svm: { uuid: SVM1 } },
    host: { svm: { uuid: SVM1 } },
    shows: {},
    calls: [],
  },
  {
    title: "the same SVM is named by both, and the address list by a range",
    service: { svm: { name: "svm1", uuid: SVM1 } },
    host: { initiatorAddress: { ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }] } },
    shows: { host: ["initiatorAddress"] },
    calls: ["GET sessions", "PATCH credentials"],
  },
  {
    title: "a network takes the place of the range",
    host: { initiatorAddress: { masks: [{ address: "2001:DB8::0", netmask: "64" }] } },
    shows: { host: ["initiatorAddress.masks", "initiatorAddress.ranges"] },
    calls: ["GET sessions", "PATCH credentials"],
  },
  {
    title: "the network is spelled in another way, without the netmask that it has by default",
    host: { initiatorAddress: { masks: [{ address: "2001:db8:0::" }] } },
    shows: {},
    calls: [],
  },
  {
    title: "the address list goes",
    host: { initiatorAddress: undefined },
    shows: { host: ["initiatorAddress"] },
    calls: ["PATCH credentials"],
  },
  {
    title: "the host is denied, and CHAP goes with it",
    host: { authenticationType: "deny", chap: undefined },
    shows: { host: ["authenticationType", "chap"] },
    calls: ["GET sessions", "PATCH credentials"],
  },
];

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

  test.each(steps)("$title", async ({ service = {}, host = {}, shows, calls }) => {
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
    expect(stepOf(report, "host")).toMatchObject({ op: "replace", replaceReasons: ["svm", "initiator"] });
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
