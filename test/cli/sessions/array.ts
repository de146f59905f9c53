import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Provenance } from "../../../cli/provenance";
import type { SessionsReport } from "../../../cli/sessions/report";
import { type Simulator, startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { SVM1, SVM2 } from "../../names";
import { environmentOf, ontapIscsi } from "../executable";

const MODULE = "pulumi-nodejs:dynamic/ontap-iscsi";

/** Initiators of the stack; `LONG` has a name as long as some operating systems give. */
export const A = "iqn.1998-01.com.example:a";
export const B = "iqn.1998-01.com.example:b";
export const DENIED = "iqn.1998-01.com.example:denied";
export const LONG = `iqn.1998-01.com.example:${"long-host-name.".repeat(6)}rack7`;
/** An initiator that no credential of the stack names. */
export const STRANGER = "iqn.1998-01.com.example:stranger";

/** A credential in a state. */
export function credential(name: string, initiator: string, more: object = {}): object {
  const outputs = {
    svm: { name: "svm1" },
    svmName: "svm1",
    svmUuid: SVM1,
    initiator,
    authenticationType: "none",
    ...more,
  };
  return resource("IscsiCredentials", name, `${SVM1}/${initiator}`, outputs);
}

/** The service of an SVM in a state. */
export function service(name: string, svm = "svm1", uuid = SVM1, more: object = {}): object {
  return resource("IscsiService", name, uuid, {
    svm: { name: svm },
    svmName: svm,
    svmUuid: uuid,
    enabled: true,
    ...more,
  });
}

/** A table of credentials in a state. */
export function table(name: string, credentials: object): object {
  const outputs = { svm: { name: "svm1" }, svmName: "svm1", svmUuid: SVM1, credentials };
  return resource("IscsiCredentialsTable", name, SVM1, outputs);
}

function resource(type: string, name: string, id: string, outputs: object): object {
  const urn = `urn:pulumi:dev::test::${MODULE}:${type}::${name}`;
  return { urn, custom: true, id, type: `${MODULE}:${type}`, inputs: outputs, outputs };
}

const fixture = {
  svms: [
    { name: "svm1", uuid: SVM1 },
    { name: "svm2", uuid: SVM2 },
  ],
  services: [{ svm: { name: "svm1" } }, { svm: { name: "svm2" } }],
  interfaces: ["1", "2"].flatMap((svm) =>
    ["1", "2"].map((lif) => ({
      svm: { name: `svm${svm}` },
      name: `lif${lif}`,
      ip: { address: `192.168.${svm}.${lif}` },
    })),
  ),
  credentials: [A, B, LONG].map((initiator) => ({ svm: { name: "svm1" }, initiator, authentication_type: "none" })),
  igroups: [{ svm: { name: "svm1" }, name: "linux", initiators: [{ name: A }] }],
};

/** An array with two SVMs, and a file that records a service and four hosts of the first of them. */
export class SessionsArray extends TestArray {
  readonly #folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-sessions-"));

  private constructor(simulator: Simulator) {
    super(simulator);
    this.record(
      service("service"),
      credential("a", A),
      credential("b", B),
      credential("long", LONG),
      credential("denied", DENIED, { authenticationType: "deny" }),
      credential("everybody", "default"),
    );
  }

  static async start(): Promise<SessionsArray> {
    return new SessionsArray(await startSimulator({ fixture }));
  }

  get stateFile(): string {
    return join(this.#folder, "state.json");
  }

  /** A folder outside of any Pulumi project. */
  get folder(): string {
    return this.#folder;
  }

  record(...resources: readonly object[]): void {
    writeFileSync(this.stateFile, JSON.stringify({ version: 3, deployment: { resources } }));
  }

  /** Two paths of A (one of them with two sessions), one of LONG, one of a stranger, and one on the SVM that is not in the state. */
  async logEverybodyIn(): Promise<void> {
    for (const [initiator, lif, address] of [
      [A, "lif1", "10.0.0.5"],
      [A, "lif2", "10.0.0.5"],
      [A, "lif2", "10.0.1.5"],
      [LONG, "lif1", "10.0.0.7"],
      [STRANGER, "lif1", "10.0.0.9"],
    ] as const) {
      await this.logIn({ initiator, interface: lif, address });
    }
    await this.logIn({ svm: "svm2", initiator: STRANGER, interface: "lif1", address: "10.0.0.9" });
    await this.requests();
  }

  /** `ontap-iscsi sessions` of the file. */
  async sessions(...args: readonly string[]) {
    return ontapIscsi(["sessions", "--state", this.stateFile, ...args], { env: environmentOf(this) });
  }

  /** Its report as JSON, and the requests that it took. */
  async report(...args: readonly string[]) {
    const { code, stdout, stderr } = await this.sessions("--format", "json", ...args);
    const report: (SessionsReport & { provenance: Provenance }) | undefined =
      stdout === "" ? undefined : JSON.parse(stdout);
    if (report === undefined) {
      throw new Error(stderr);
    }
    const requests = (await this.requests()).map(({ method, path }) => `${method} ${path}`);
    return { code, report, requests, stderr };
  }

  async stop(): Promise<void> {
    rmSync(this.#folder, { recursive: true });
    await this.close();
  }
}

/** A host of a report in short: status, resource, number of paths. */
export function brief({ hosts }: SessionsReport): ReadonlyArray<readonly [string, string | null, number]> {
  return hosts.map(({ status, resource: of, paths }) => [status, of?.name ?? null, paths.length]);
}
