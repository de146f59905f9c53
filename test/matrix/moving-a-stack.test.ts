import { EndToEndHarness } from "../e2e/harness";
import { EAST, namePlugin } from "../e2e/with-provider";
import { expectExit } from "../expect-exit";
import { HOST, OTHER_HOST } from "../names";

type Front = "dynamic" | "plugin";

const RESOURCES = ["service", "host", "child", "rest"];
const EVERY_UPDATED = Object.fromEntries(RESOURCES.map((name) => [name, "update"]));
const TOKENS = { dynamic: "pulumi-nodejs:dynamic/ontap-iscsi:", plugin: "ontap-iscsi:index:" };

/** What a program may say differently. */
interface Variant {
  readonly alias?: string;
  readonly type?: string;
  /** Source of more options of the service and of the host. */
  readonly ofService?: string;
  readonly ofHost?: string;
}

const program = (front: Front, { alias = "prod", type = "chap", ofService = "", ofHost = "" }: Variant = {}) => `
  ${front === "plugin" ? EAST : ""}
  const opts = ${front === "plugin" ? "{ provider: east }" : "{}"};
  const service = new IscsiService("service", { svm: { name: "svm1" }, target: { alias: "${alias}" } }, { ...opts, ${ofService} });
  const chap = { inbound: { user: "host1", password: "inbound-password" } };
  new IscsiCredentials("host", { svm: service.svm, initiator: "${HOST}", authenticationType: "${type}", chap: ${type === "chap" ? "chap" : "undefined"} }, { ...opts, ${ofHost} });
  new IscsiCredentials("child", { svm: service.svm, initiator: "${OTHER_HOST}", authenticationType: "none",
    initiatorAddress: { masks: [{ address: "10.1.0.0", netmask: "16" }] } }, { parent: service });
  new IscsiCredentials("rest", { svm: service.svm, initiator: "default", authenticationType: "deny" }, opts);
  exports.targetName = service.targetName;`;

describe("A stack", () => {
  let end: EndToEndHarness;
  let targetName: unknown;
  beforeAll(async () => {
    end = await EndToEndHarness.start(program("dynamic"));
    namePlugin(end.project);
    expectExit(await end.project.up(), 0);
    ({ targetName } = await end.project.outputs());
    await end.requests();
  });
  afterAll(() => end?.stop());

  /** What the preview plans, by name; of what stays as it is only how many, the stack among them. */
  async function planned(): Promise<Record<string, string | number>> {
    const { steps, changeSummary } = (await end.project.expect(["preview", "--json"])).report();
    const changes = steps.filter(({ op }) => op !== "same").map(({ urn, op }) => [urn.split("::").pop(), op]);
    return Object.fromEntries([...changes, ["unchanged", changeSummary.same]]);
  }

  /** Runs `up`, after which the program runs by that front and the array is as it was. */
  async function move(to: Front): Promise<void> {
    const before = await end.control("GET", "/state");
    await end.requests();
    expectExit(await end.project.up(), 0);
    expect(await writes()).toEqual([]);
    expect(await end.control("GET", "/state")).toEqual(before);
    expect(await end.project.outputs()).toEqual({ targetName });
    const { deployment } = await end.project.exportState();
    const ours = (deployment.resources ?? []).filter(({ urn }) => RESOURCES.some((name) => urn.endsWith(`::${name}`)));
    expect(ours.map(({ type }) => type).sort()).toEqual(
      ["IscsiCredentials", "IscsiCredentials", "IscsiCredentials", "IscsiService"].map((type) => TOKENS[to] + type),
    );
  }

  async function writes(): Promise<readonly string[]> {
    return (await end.calls()).filter((call) => !call.startsWith("GET"));
  }

  test("moves to a provider object, which alone is created", async () => {
    end.setProgram(program("plugin"));
    expect(await planned()).toEqual({ east: "create", unchanged: 5 });
    await move("plugin");
    await end.project.expect(["preview", "--expect-no-changes"]);
  });

  test("moves back without a change while its state holds all that dynamic resources need", async () => {
    end.setProgram(program("dynamic"));
    expect(await planned()).toEqual({ east: "delete", unchanged: 5 });
    await move("dynamic");
    await end.project.expect(["refresh", "--yes", "--skip-preview", "--expect-no-changes"]);
  });

  test("moves back by an update of each resource after a refresh through the plugin", async () => {
    end.setProgram(program("plugin"));
    await move("plugin");
    await end.project.expect(["refresh", "--yes", "--skip-preview", "--expect-no-changes"]);
    end.setProgram(program("dynamic"));
    expect(await planned()).toEqual({ ...EVERY_UPDATED, east: "delete", unchanged: 1 });
    await move("dynamic");
    await end.project.expect(["refresh", "--yes", "--skip-preview", "--expect-no-changes"]);
    await end.project.expect(["preview", "--expect-no-changes"]);
  });

  test("keeps what its options say: what is ignored is not sent, and what would replace does not", async () => {
    const ignored = {
      ofService: 'replaceOnChanges: ["target.alias", "svm"]',
      ofHost: 'ignoreChanges: ["authenticationType", "chap"]',
    };
    end.setProgram(program("plugin", { ...ignored, type: "deny" }));
    expect(await planned()).toEqual({ east: "create", unchanged: 5 });
    await move("plugin");
    await end.project.expect(["refresh", "--yes", "--skip-preview", "--expect-no-changes"]);
    end.setProgram(program("plugin", { ...ignored, type: "deny", alias: "other" }));
    expect(await planned()).toMatchObject({ service: "replace", rest: "replace" });
    end.setProgram(program("dynamic", { ...ignored, type: "deny" }));
    expect(await planned()).toEqual({ ...EVERY_UPDATED, east: "delete", unchanged: 1 });
    await move("dynamic");
    end.setProgram(program("dynamic", { ...ignored, type: "deny", alias: "other" }));
    expect(await planned()).toMatchObject({ service: "replace" });
  });

  test("may change in the same run in which it moves, and be destroyed from either side", async () => {
    end.setProgram(program("plugin", { alias: "by-plugin" }));
    expect(await planned()).toEqual({ service: "update", east: "create", unchanged: 4 });
    expectExit(await end.project.up(), 0);
    expect(await writes()).toEqual(["PATCH services"]);
    end.setProgram(program("dynamic", { alias: "by-dynamic" }));
    expect(await planned()).toMatchObject({ service: "update", east: "delete" });
    expectExit(await end.project.up(), 0);
    expect(await writes()).toEqual(["PATCH services"]);
    expectExit(await end.project.destroy(), 0);
    expect(await end.control("GET", "/state")).toMatchObject({ services: [], credentials: [] });
    end.setProgram(program("plugin"));
    expectExit(await end.project.up(), 0);
    expectExit(await end.project.destroy(), 0);
    expect(await end.control("GET", "/state")).toMatchObject({ services: [], credentials: [] });
  });
});

const site = (opts: string) => `${EAST}
  class Site extends pulumi.ComponentResource {
    constructor(name, opts) {
      super("example:index:Site", name, {}, opts);
      const service = new IscsiService(name + "-service", { svm: { name: "svm1" } }, { parent: this });
      new IscsiCredentials(name + "-host", { svm: service.svm, initiator: "${HOST}", authenticationType: "none" }, { parent: service });
    }
  }
  new Site("site", ${opts});`;

describe("A component whose resources name no provider", () => {
  let end: EndToEndHarness;
  beforeAll(async () => {
    end = await EndToEndHarness.start(site("{}"));
    namePlugin(end.project);
    expectExit(await end.project.up(), 0);
    await end.requests();
  });
  afterAll(() => end?.stop());

  test.each([
    ["a list of providers", "{ providers: [east] }", "ontap-iscsi:index:"],
    ["nothing again", "{}", "pulumi-nodejs:dynamic/ontap-iscsi:"],
    ["a record of providers", '{ providers: { "ontap-iscsi": east } }', "ontap-iscsi:index:"],
  ])("moves with what it contains, and without a change, when it is given %s", async (_what, opts, prefix) => {
    end.setProgram(site(opts));
    const { changeSummary } = (await end.project.expect(["preview", "--json"])).report();
    expect(changeSummary).toEqual({ same: 5 });
    expectExit(await end.project.up(), 0);
    expect(await end.requests()).toEqual([]);
    const { deployment } = await end.project.exportState();
    const types = (deployment.resources ?? []).map(({ type }) => type);
    expect(types.filter((type) => type.startsWith(prefix))).toEqual([
      `${prefix}IscsiService`,
      `${prefix}IscsiCredentials`,
    ]);
  });
});
