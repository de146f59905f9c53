import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plaintextSecret } from "../../../cli/stack/secrets";
import type { VerifiedCredential, VerifyReport } from "../../../cli/verify/report";
import { type Simulator, startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { SVM1 } from "../../names";
import { environmentOf, ontapIscsi } from "../executable";

const MODULE = "pulumi-nodejs:dynamic/ontap-iscsi";

/** A pair of CHAP as it is recorded, and as the array has it. */
export interface ChapPair {
  readonly user: string;
  readonly password: string;
}

/** A host of the state; on the array it has the same unless `onArray` says otherwise. */
export interface Host {
  readonly initiator: string;
  readonly inbound?: ChapPair;
  readonly outbound?: ChapPair;
  /** Parts of the array's row that are other than recorded; `null` for no row at all. */
  readonly onArray?: object | null;
}

/** Passwords that no output may hold. */
export const CANARIES = ["inbound-canary", "outbound-canary"];
export const INBOUND: ChapPair = { user: "in", password: "inbound-canary" };
export const OUTBOUND: ChapPair = { user: "out", password: "outbound-canary" };

/** Name of a host by a short one. */
export function iqn(name: string): string {
  return `iqn.1998-01.com.example:${name}`;
}

/** An SVM with its hosts. */
export interface SvmOfHosts {
  readonly name: string;
  readonly uuid: string;
  readonly hosts: readonly Host[];
}

/** An array with SVMs of hosts, and a file that records them with their passwords in plaintext. */
export class VerifyArray extends TestArray {
  readonly folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-verify-"));

  private constructor(simulator: Simulator) {
    super(simulator);
  }

  /** Listens on `host` for REST, and there for logins of initiators, too. */
  static async start(svms: readonly SvmOfHosts[], { host = "127.0.0.1" } = {}): Promise<VerifyArray> {
    const fixture = {
      svms: svms.map(({ name, uuid }) => ({ name, uuid })),
      services: svms.map(({ name }) => ({ svm: { name }, enabled: true, target: { name: targetName(name) } })),
      interfaces: svms.map(({ name }) => ({ svm: { name }, name: `lif-${name}`, ip: { address: host } })),
      credentials: svms.flatMap(({ name, hosts }) =>
        hosts.flatMap(({ initiator, inbound = INBOUND, outbound, onArray = {} }) =>
          onArray === null
            ? []
            : [
                {
                  svm: { name },
                  initiator,
                  authentication_type: "chap",
                  chap: { inbound, ...(outbound && { outbound }) },
                  ...onArray,
                },
              ],
        ),
      ),
    };
    const array = new VerifyArray(
      await startSimulator({ host, iscsiPort: 0, fixture: JSON.parse(JSON.stringify(fixture)) }),
    );
    array.record(svms.flatMap(singles));
    return array;
  }

  static ofHosts(hosts: readonly Host[]): Promise<VerifyArray> {
    return VerifyArray.start([{ name: "svm1", uuid: SVM1, hosts }]);
  }

  /** The options by which `verify` logs in to these SVMs at the array itself. */
  ownPortal(...svms: readonly string[]): string[] {
    const { host = "", port } = this.simulator.iscsi ?? {};
    const address = host.includes(":") ? `[${host}]` : host;
    return svms.flatMap((svm) => ["--portal", `${svm}=${address}:${port}`]);
  }

  get stateFile(): string {
    return join(this.folder, "state.json");
  }

  record(resources: readonly object[]): void {
    writeFileSync(this.stateFile, JSON.stringify({ version: 3, deployment: { resources } }));
  }

  /** `ontap-iscsi verify` of the file, and what it requested. */
  async verify(...args: readonly string[]) {
    await this.everyRequest();
    const all = ["verify", "--state", this.stateFile, "--format", "json", ...args];
    const { code, stdout, stderr } = await ontapIscsi(all, { env: environmentOf(this) });
    for (const canary of CANARIES) {
      expect(`${stdout}${stderr}`).not.toContain(canary);
    }
    const report: VerifyReport | undefined = stdout.startsWith("{") ? JSON.parse(stdout) : undefined;
    const verdicts = new Map<string, VerifiedCredential>(report?.credentials.map((one) => [one.initiator, one]));
    return { code, stdout, stderr, report, verdicts, calls: await this.calls("objects") };
  }

  async stop(): Promise<void> {
    rmSync(this.folder, { recursive: true });
    await this.close();
  }
}

function targetName(svm: string): string {
  return `iqn.1992-08.com.netapp:${svm}`;
}

/** Hosts as single resources of a state. */
export function singles({ name, uuid, hosts }: SvmOfHosts): object[] {
  const svm = { svm: { name }, svmName: name, svmUuid: uuid };
  return [
    resource("IscsiService", `service-${name}`, uuid, {
      ...svm,
      enabled: true,
      targetName: targetName(name),
    }),
    ...hosts.map((host) =>
      resource("IscsiCredentials", `${name} ${host.initiator}`, `${uuid}/${host.initiator}`, {
        ...svm,
        initiator: host.initiator,
        authenticationType: "chap",
        chap: recordedChap(host),
      }),
    ),
  ];
}

/** What is recorded of a host's CHAP; with `isEncrypted` as in an export without its secrets. */
export function recordedChap({ inbound = INBOUND, outbound }: Host, isEncrypted = false): object {
  const secret = ({ user, password }: ChapPair) => {
    const marked = plaintextSecret(password);
    const { plaintext: _, ...mark } = marked;
    return { user, password: isEncrypted ? { ...mark, ciphertext: "v1:abc" } : marked };
  };
  return { inbound: secret(inbound), ...(outbound && { outbound: secret(outbound) }) };
}

/** One of our resources as an export has it. */
export function resource(type: string, name: string, id: string, outputs: object): object {
  const urn = `urn:pulumi:dev::test::${MODULE}:${type}::${name}`;
  return { urn, custom: true, id, type: `${MODULE}:${type}`, inputs: outputs, outputs };
}
