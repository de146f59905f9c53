import type { Credential, Igroup, Interface, OntapVersion, Service, Session, Svm } from "./model";
import { Table } from "./table";

/** Everything that the simulated cluster remembers: what a fixture can hold, and no more. */
export class Store {
  version: OntapVersion;
  /** Names of licensed packages; `iscsi` is the one that counts. */
  licenses: readonly string[] = ["iscsi"];
  readonly svms = new Table<Svm>((svm) => svm.uuid);
  readonly services = new Table<Service>((service) => service.svm.uuid);
  readonly credentials = new Table<Credential>((row) => credentialKey(row.svm.uuid, row.initiator));
  readonly sessions = new Table<Session>((row) => sessionKey(row.svm.uuid, row.targetPortalGroup, row.tsih));
  readonly interfaces = new Table<Interface>((row) => row.uuid);
  readonly igroups = new Table<Igroup>((row) => row.uuid);

  readonly #igroupsOf = new Map<string, readonly Igroup[]>();
  #lastTsih = 0;

  constructor(version: OntapVersion) {
    this.version = version;
  }

  /** Igroups come in one by one and stay, so that those of an initiator are found without a search. */
  addIgroup(group: Igroup): void {
    this.igroups.set(group);
    for (const name of new Set(group.initiators.map((member) => member.name))) {
      const key = credentialKey(group.svm.uuid, name);
      this.#igroupsOf.set(key, [...this.igroupsOf(group.svm.uuid, name), group]);
    }
  }

  /** The SVM's igroups that hold an initiator. */
  igroupsOf(svmUuid: string, initiator: string): readonly Igroup[] {
    return this.#igroupsOf.get(credentialKey(svmUuid, initiator)) ?? [];
  }

  svmNamed(name: string): Svm | undefined {
    return this.svms.rows().find((svm) => svm.name === name);
  }

  /** A session handle that the SVM has not used, nor will again. */
  nextTsih(svmUuid: string): number {
    for (const session of this.sessions.added()) {
      if (session.svm.uuid === svmUuid) {
        this.#lastTsih = Math.max(this.#lastTsih, session.tsih);
      }
    }
    this.#lastTsih += 1;
    return this.#lastTsih;
  }

  /** Runs a change as a whole: what it did is undone if it throws. */
  transaction<Result>(change: () => Result): Result {
    const services = this.services.added();
    const credentials = this.credentials.added();
    const sessions = this.sessions.added();
    try {
      return change();
    } catch (error) {
      this.services.restore(services);
      this.credentials.restore(credentials);
      this.sessions.restore(sessions);
      throw error;
    }
  }
}

/** Key of what an SVM knows of an initiator, such as its credential row. */
export function credentialKey(svmUuid: string, initiator: string): string {
  return `${svmUuid}/${initiator}`;
}

/** Key of a session; the TSIH is padded so that texts sort as numbers do. */
export function sessionKey(svmUuid: string, targetPortalGroup: string, tsih: number): string {
  return `${svmUuid}/${targetPortalGroup}/${String(tsih).padStart(10, "0")}`;
}
