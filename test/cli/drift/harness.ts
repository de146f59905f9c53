import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DriftObject, DriftReport } from "../../../cli/drift/report";
import { EndToEndHarness } from "../../e2e/harness";
import { environmentOf, ontapIscsi } from "../executable";

/** Passwords in the stack; none of them may be printed. */
export const PASSWORDS = ["inbound-secret-1", "outbound-secret-1", "inbound-secret-2"];

const PROGRAM = `
const one = new IscsiService("one", { svm: { name: "svm1" }, target: { alias: "prod" } });
const two = new IscsiService("two", { svm: { name: "svm2" } });
new IscsiCredentials("mutual", { svm: one.svm, initiator: "iqn.1998-01.com.example:mutual", authenticationType: "chap",
  chap: { inbound: { user: "in", password: "inbound-secret-1" }, outbound: { user: "out", password: "outbound-secret-1" } } });
new IscsiCredentials("listed", { svm: one.svm, initiator: "iqn.1998-01.com.example:listed", authenticationType: "none",
  initiatorAddress: { ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }], masks: [{ address: "10.1.0.0", netmask: "255.255.0.0" }] } });
new IscsiCredentials("hidden", { svm: one.svm, initiator: "iqn.1998-01.com.example:hidden", authenticationType: "chap",
  chap: pulumi.secret({ inbound: { user: "secret-user", password: "inbound-secret-2" } }) });
new IscsiCredentials("default1", { svm: one.svm, initiator: "default", authenticationType: "deny" });
`;

/** A stack on the real engine with one resource of each kind, the file with its export, and the array as it was then. */
export class DriftWorld {
  private constructor(
    readonly e2e: EndToEndHarness,
    readonly stateFile: string,
    readonly fixture: unknown,
  ) {}

  static async start(): Promise<DriftWorld> {
    const e2e = await EndToEndHarness.start(PROGRAM);
    const up = await e2e.project.up();
    if (up.code !== 0) {
      throw new Error(up.text);
    }
    const stateFile = join(e2e.project.root, "state.json");
    const { stdout } = await e2e.project.expect(["stack", "export"]);
    writeFileSync(stateFile, stdout);
    return new DriftWorld(e2e, stateFile, await e2e.control("GET", "/state"));
  }

  /** The array as it was after `up`, without faults and with an empty log. */
  async reset(): Promise<void> {
    await this.e2e.control("PUT", "/state", this.fixture);
    await this.e2e.control("DELETE", "/faults");
    await this.e2e.requests();
  }

  /** `ontap-iscsi drift` of the state file. */
  async fromFile(...args: string[]) {
    return ontapIscsi(["drift", "--state", this.stateFile, ...args], { env: environmentOf(this.e2e) });
  }

  /** Its report, and what it ended with. */
  async report(env: NodeJS.ProcessEnv = {}): Promise<{ code: number; report: DriftReport; printed: string }> {
    const { code, stdout, stderr } = await ontapIscsi(["drift", "--state", this.stateFile, "--format", "json"], {
      env: { ...environmentOf(this.e2e), ...env },
    });
    if (stdout === "") {
      throw new Error(stderr);
    }
    return { code, report: JSON.parse(stdout), printed: `${stdout}${stderr}` };
  }

  /** `ontap-iscsi drift` of the stack itself. */
  async fromStack(...args: string[]) {
    const { project } = this.e2e;
    return ontapIscsi(["drift", "--cwd", project.folder, ...args], { env: { ...project.env, NODE_OPTIONS: "" } });
  }

  stop(): Promise<void> {
    return this.e2e.stop();
  }
}

/** The line of the resource with this name. */
export function objectOf({ objects }: DriftReport, name: string): DriftObject {
  const found = objects.find((object) => object.name === name);
  if (found === undefined) {
    throw new Error(`no ${name} in ${JSON.stringify(objects)}`);
  }
  return found;
}
