import { isRecord, type WireRecord } from "../../../simulator/wire/json";
import { type Cluster, recordsOf, sessions, startCluster, svm1, svm2 } from "../client";
import { Initiator, type LoggedIn, type LoginAs } from "./initiator";

export const TARGET1 = "iqn.1992-08.com.netapp:sn.one";
export const TARGET2 = "iqn.1992-08.com.netapp:sn.two";
export const HOST = "iqn.1994-05.com.example:host1";
export const inbound = { user: "user1", password: "inbound-secret" };
export const outbound = { user: "array", password: "outbound-secret" };

/** A row of `svm1` as a fixture has it. */
export function row(initiator: string, type: string, rest: WireRecord = {}): WireRecord {
  return { svm: { name: "svm1" }, initiator, authentication_type: type, ...rest };
}

/** A state of two SVMs with a target each, both at the address of this machine. */
export function fixture(credentials: readonly WireRecord[] = []): WireRecord {
  const svms = [
    { name: "svm1", uuid: svm1 },
    { name: "svm2", uuid: svm2 },
  ];
  const service = (svm: string, name: string) => ({ svm: { name: svm }, target: { name, alias: "disks" } });
  return {
    svms,
    services: [service("svm1", TARGET1), service("svm2", TARGET2)],
    interfaces: svms.map(({ name }) => ({ svm: { name }, name: "lif1", ip: { address: "127.0.0.1" } })),
    credentials,
  };
}

/** A simulator with an iSCSI port, and initiators that log in there. */
export class Portal {
  readonly #initiators: Initiator[] = [];
  readonly #lines: string[];

  private constructor(
    readonly cluster: Cluster,
    lines: string[],
  ) {
    this.#lines = lines;
  }

  static async open(credentials: readonly WireRecord[] = []): Promise<Portal> {
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    return new Portal(await startCluster({ fixture: fixture(credentials), iscsiPort: 0, log }), lines);
  }

  get iscsi(): { readonly host: string; readonly port: number } {
    const { iscsi } = this.cluster.simulator;
    if (iscsi === undefined) {
      throw new Error("the simulator has no iSCSI port");
    }
    return iscsi;
  }

  /** The log's lines about the iSCSI port. */
  get log(): readonly string[] {
    return this.#lines.filter((line) => line.startsWith("iSCSI"));
  }

  async connect(isid?: Buffer): Promise<Initiator> {
    const initiator = await Initiator.connect(this.iscsi, isid);
    this.#initiators.push(initiator);
    return initiator;
  }

  /** A login on a connection of its own, which stays. */
  async logIn(as: Partial<LoginAs> = {}): Promise<LoggedIn & { readonly connection: Initiator }> {
    const connection = await this.connect(as.isid);
    return { ...(await connection.logIn({ initiator: HOST, target: TARGET1, ...as })), connection };
  }

  /** The credentials of `svm1`, replaced. Ends all sessions. */
  async setRows(...credentials: readonly WireRecord[]): Promise<void> {
    await this.cluster.control("PUT", "/state", fixture(credentials));
  }

  /** Sets switches of what the documents leave open. */
  async set(unknowns: WireRecord): Promise<void> {
    await this.cluster.control("PUT", "/settings", { unknowns });
  }

  /** The sessions that REST shows, by every field. */
  async sessions(): Promise<WireRecord[]> {
    return recordsOf(await this.cluster.call("GET", `${sessions}?fields=*`));
  }

  /** The names of the initiators that REST shows as logged in. */
  async loggedIn(): Promise<unknown[]> {
    return (await this.sessions()).map(({ initiator }) => isRecord(initiator) && initiator.name);
  }

  async close(): Promise<void> {
    for (const initiator of this.#initiators) {
      initiator.end();
    }
    await this.cluster.simulator.close();
  }
}
