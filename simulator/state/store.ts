import { credentialKey, newCredentialTable } from "../collections/credentials/table";
import { type Igroup, newIgroupTable } from "../collections/igroups/table";
import { newInterfaceTable } from "../collections/interfaces/table";
import { newServiceTable } from "../collections/services/table";
import { newSessionTable } from "../collections/sessions/table";
import { newSvmTable, type Svm } from "../collections/svms/table";
import type { OntapVersion } from "./version";

/** Everything that the simulated cluster remembers: what a fixture can hold, and no more. */
export class Store {
  version: OntapVersion;
  /** Names of licensed packages; `iscsi` is the one that counts. */
  licenses: readonly string[] = ["iscsi"];
  readonly svms = newSvmTable();
  readonly services = newServiceTable();
  readonly credentials = newCredentialTable();
  readonly sessions = newSessionTable();
  readonly interfaces = newInterfaceTable();
  readonly igroups = newIgroupTable();

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
