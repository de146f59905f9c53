import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DriftReport } from "../../../cli/drift/report";
import { type Simulator, startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { SVM1 } from "../../names";
import { environmentOf, ontapIscsi } from "../executable";

const MODULE = "pulumi-nodejs:dynamic/ontap-iscsi";

/** Initiators of the credentials that a {@link DriftArray} has and its state records. */
export const INITIATORS = ["iqn.1998-01.com.example:a", "iqn.1998-01.com.example:b", "iqn.1998-01.com.example:c"];

/** Requests that a comparison may need to say of an object that it is there. */
export const SERVICES = "/api/protocols/san/iscsi/services";
export const CREDENTIALS = "/api/protocols/san/iscsi/credentials";

const fixture = {
  svms: [{ name: "svm1", uuid: SVM1 }],
  services: [{ svm: { name: "svm1" }, enabled: true }],
  credentials: INITIATORS.map((initiator) => ({ svm: { name: "svm1" }, initiator, authentication_type: "none" })),
};

/** Our resources of one cluster, as an export holds them. */
export function recordedOn(cluster?: string): object[] {
  const common = {
    svm: { name: "svm1" },
    svmName: "svm1",
    svmUuid: SVM1,
    ...(cluster === undefined ? {} : { cluster }),
  };
  return [
    resource("IscsiService", `service${cluster ?? ""}`, SVM1, { ...common, enabled: true }),
    ...INITIATORS.map((initiator) =>
      resource("IscsiCredentials", `${initiator}${cluster ?? ""}`, `${SVM1}/${initiator}`, {
        ...common,
        initiator,
        authenticationType: "none",
      }),
    ),
  ];
}

/** The same with the credentials as rows of one table, `hosts`. */
export function recordedTable(credentials: object, more: object = {}): object[] {
  const common = { svm: { name: "svm1" }, svmName: "svm1", svmUuid: SVM1 };
  return [
    resource("IscsiService", "service", SVM1, { ...common, enabled: true }),
    resource("IscsiCredentialsTable", "hosts", SVM1, { ...common, credentials, ...more }),
  ];
}

/** A resource of ours, as an export holds it. */
export function resource(type: string, name: string, id: string, outputs: object): object {
  const urn = `urn:pulumi:dev::test::${MODULE}:${type}::${name}`;
  return { urn, custom: true, id, type: `${MODULE}:${type}`, inputs: outputs, outputs };
}

/** An array with one service and three credentials, and a file that records them. */
export class DriftArray extends TestArray {
  readonly folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-drift-"));

  private constructor(simulator: Simulator) {
    super(simulator);
    this.record(recordedOn());
  }

  static async start(): Promise<DriftArray> {
    return new DriftArray(await startSimulator({ fixture }));
  }

  get stateFile(): string {
    return join(this.folder, "state.json");
  }

  /** Writes the state file; without a time it does not say when it was written. */
  record(resources: readonly object[], writtenAt?: Date): void {
    const manifest = writtenAt === undefined ? {} : { manifest: { time: writtenAt.toISOString() } };
    writeFileSync(this.stateFile, JSON.stringify({ version: 3, deployment: { ...manifest, resources } }));
  }

  fault(kind: string, more: object = {}, path = "/api"): Promise<unknown> {
    return this.control("POST", "/faults", { match: { path }, kind, ...more });
  }

  /** What `ontap-iscsi drift` says of the file, and the collections that it listed or asked for one object of. */
  async compare(env: NodeJS.ProcessEnv = {}, ...args: readonly string[]) {
    const all = ["drift", "--state", this.stateFile, "--format", "json", ...args];
    const { code, stdout, stderr } = await ontapIscsi(all, { env: { ...environmentOf(this), ...env } });
    const report: DriftReport | undefined = stdout === "" ? undefined : JSON.parse(stdout);
    const requests = await this.requests();
    return { code, stderr, report, requests: requests.map(({ method, path }) => `${method} ${path}`) };
  }

  async stop(): Promise<void> {
    rmSync(this.folder, { recursive: true });
    await this.close();
  }
}
