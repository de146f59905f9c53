import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSimulator } from "../../simulator";
import { TestArray } from "../array";
import { namePlugin } from "../e2e/with-provider";
import { createProject, type Project } from "../engine/project";
import { stepOf } from "../engine/report";
import { expectExit } from "../expect-exit";
import { HOST, SVM1 } from "../names";

const LOGIN = "login-canary-5f1b";
const PLAIN = "plain-canary-60c2";
const IN_OUTPUT = "output-canary-71d3";

interface Variant {
  readonly alias?: string;
  readonly svm?: object;
  readonly netmask?: string | number;
}

const program = ({ alias = "one", svm = { name: "svm1" }, netmask = 16 }: Variant = {}) => `
import * as fs from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { IscsiCredentials, type IscsiCredentialsArgs, IscsiService, Provider, type ProviderArgs } from "pulumi-ontap-iscsi";

const cluster: ProviderArgs = {
  host: new pulumi.Config().require("array"),
  username: "canary",
  password: "${LOGIN}",
  insecure: false,
  timeoutMs: 20_000,
  maxConcurrentRequests: 4,
  probe: true,
};
const east = new Provider("east", cluster);

class Site extends pulumi.ComponentResource {
  readonly service: IscsiService;
  constructor(name: string, opts: pulumi.ComponentResourceOptions) {
    super("example:index:Site", name, {}, opts);
    this.service = new IscsiService("service", { svm: ${JSON.stringify(svm)}, target: { alias: "${alias}" } }, { parent: this });
    const args: IscsiCredentialsArgs = {
      svm: this.service.svm,
      initiator: "${HOST}",
      authenticationType: "chap",
      chap: {
        inbound: { user: "host1", password: "${PLAIN}" },
        outbound: pulumi.output({ user: "array1", password: "${IN_OUTPUT}" }),
      },
      initiatorAddress: { masks: [{ address: "10.1.0.0", netmask: ${JSON.stringify(netmask)} }] },
    };
    new IscsiCredentials("host", args, { parent: this });
  }
}

const { service } = new Site("site", { providers: [east] });
pulumi.all([service.svmUuid, service.svmName, service.targetName]).apply((known) => fs.writeFileSync("known", JSON.stringify(known)));
export const targetName = service.targetName;
`;

describe("A TypeScript program with a provider object", () => {
  let array: TestArray;
  let project: Project;
  let source: string;
  /** Everything that commands have printed. */
  const printed: string[] = [];

  beforeAll(async () => {
    array = new TestArray(await startSimulator());
    await array.control("PUT", "/settings", { users: [{ name: "canary", password: LOGIN, role: "admin" }] });
    source = mkdtempSync(join(tmpdir(), "ontap-iscsi-typescript-"));
    writeFileSync(join(source, "index.ts"), program());
    project = await createProject({ program: { directory: source }, config: { array: array.url } });
    namePlugin(project);
  });
  afterAll(async () => {
    project?.dispose();
    rmSync(source, { recursive: true, force: true });
    await array?.close();
  });

  const setProgram = (variant: Variant) => writeFileSync(join(project.folder, "index.ts"), program(variant));

  async function expectSuccess(command: Promise<{ code: number; stdout: string; stderr: string }>): Promise<string> {
    const result = await command;
    expectExit(result, 0);
    printed.push(result.stdout, result.stderr);
    return result.stdout;
  }

  test("is previewed, made, and then without a change, which sends nothing", async () => {
    await expectSuccess(project.preview());
    await expectSuccess(project.up());
    expect(await array.calls()).toEqual(["POST services", "POST credentials"]);
    await array.everyRequest();
    await expectSuccess(project.preview(["--expect-no-changes"]));
    await expectSuccess(project.up(["--expect-no-changes"]));
    expect(await array.everyRequest()).toEqual([]);
  });

  test("keeps every password encrypted, that of the array as well", async () => {
    const state = await project.exportState();
    const text = JSON.stringify(state);
    expect([LOGIN, PLAIN, IN_OUTPUT].filter((canary) => text.includes(canary))).toEqual([]);
    const provider = state.deployment.resources?.find(({ type }) => type === "pulumi:providers:ontap-iscsi");
    expect(provider?.inputs).toEqual({
      __internal: {},
      host: array.url,
      username: "canary",
      password: expect.objectContaining({ ciphertext: expect.any(String) }),
      insecure: "false",
      timeoutMs: "20000",
      maxConcurrentRequests: "4",
      probe: "true",
      version: expect.any(String),
    });
  });

  test("sees drift in a refresh, and repairs it", async () => {
    await array.byHand("PATCH", `services/${SVM1}`, { target: { alias: "by-hand" } });
    const report = (await project.refresh(["--preview-only", "--json"])).report();
    expect(stepOf(report, "service").detailedDiff).toMatchObject({ "target.alias": { kind: "update" } });
    await array.requests();
    await expectSuccess(project.up(["--refresh"]));
    expect((await array.calls()).filter((call) => !call.startsWith("GET"))).toEqual(["PATCH services"]);
  });

  test("knows in the preview of an update what does not change", async () => {
    const { targetName } = await project.outputs();
    rmSync(join(project.folder, "known"));
    setProgram({ alias: "two" });
    const report = (await project.expect(["preview", "--json"])).report();
    expect(stepOf(report, "service")).toMatchObject({
      op: "update",
      detailedDiff: { "target.alias": { kind: "update" } },
    });
    expect(report.changeSummary).toMatchObject({ update: 1 });
    expect(JSON.parse(readFileSync(join(project.folder, "known"), "utf8"))).toEqual([SVM1, "svm1", targetName]);
    await expectSuccess(project.up());
  });

  test.each([
    ["the SVM by its UUID", { svm: { uuid: SVM1 } }],
    ["the SVM by both", { svm: { name: "svm1", uuid: SVM1 } }],
    ["a netmask with dots", { netmask: "255.255.0.0" }],
    ["a netmask as text", { netmask: "16" }],
  ])("changes nothing by another notation: %s", async (_what, variant) => {
    setProgram({ alias: "two", ...variant });
    await array.requests();
    await expectSuccess(project.preview(["--expect-no-changes"]));
    expect((await array.calls()).filter((call) => !call.startsWith("GET"))).toEqual([]);
  });

  test("is destroyed, and nothing that was printed holds a password", async () => {
    await expectSuccess(project.destroy());
    expect(await array.control("GET", "/state")).toMatchObject({ services: [], credentials: [] });
    expect([LOGIN, PLAIN, IN_OUTPUT].filter((canary) => printed.join("\n").includes(canary))).toEqual([]);
  });
});
