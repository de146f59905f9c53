import { credentialKey, newCredentialTable } from "../collections/credentials/table";
import { type Igroup, newIgroupTable } from "../collections/igroups/table";
import { newInterfaceTable } from "../collections/interfaces/table";
import { newServiceTable } from "../collections/services/table";
import { newSessionTable } from "../collections/sessions/table";
import { newSvmTable, type Svm } from "../collections/svms/table";
import type { OntapVersion } from "./version";

/** A handle has 16 bits. Source: RFC 7143, 11.12.6. */
const MAX_TSIH = 65_535;

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

  /** Igroups by SVM and initiator, as of the rows from which that was made. */
  #holders: { readonly of: readonly Igroup[]; readonly byInitiator: ReadonlyMap<string, readonly Igroup[]> } = {
    of: [],
    byInitiator: new Map(),
  };
  #lastTsih = 0;

  constructor(version: OntapVersion) {
    this.version = version;
  }

  /** The SVM's igroups that hold an initiator, found without a search as long as no igroup changes. */
  igroupsOf(svmUuid: string, initiator: string): readonly Igroup[] {
    const rows = this.igroups.rows();
    if (this.#holders.of !== rows) {
      this.#holders = { of: rows, byInitiator: byInitiator(this.igroups.added()) };
    }
    return this.#holders.byInitiator.get(credentialKey(svmUuid, initiator)) ?? [];
  }

  svmNamed(name: string): Svm | undefined {
    return this.svms.rows().find((svm) => svm.name === name);
  }

  /** A session handle that the SVM has not used, nor will again before all 65,535 were given out. */
  nextTsih(svmUuid: string): number {
    const sessions = this.sessions.added().filter(({ svm }) => svm.uuid === svmUuid);
    this.#lastTsih = sessions.reduce((last, { tsih }) => Math.max(last, tsih), this.#lastTsih) + 1;
    if (this.#lastTsih > MAX_TSIH) {
      const used = new Set(sessions.map(({ tsih }) => tsih));
      this.#lastTsih = 1;
      while (used.has(this.#lastTsih)) {
        this.#lastTsih += 1;
      }
    }
    return this.#lastTsih;
  }

  /** Runs a change as a whole: what it did is undone if it throws. */
  transaction<Result>(change: () => Result): Result {
    const { svms, services, credentials, sessions, interfaces, igroups } = this;
    const undo = [svms, services, credentials, sessions, interfaces, igroups].map((table) => table.remember());
    try {
      return change();
    } catch (error) {
      for (const bringBack of undo) {
        bringBack();
      }
      throw error;
    }
  }
}

function byInitiator(groups: readonly Igroup[]): ReadonlyMap<string, readonly Igroup[]> {
  const holders = new Map<string, Igroup[]>();
  for (const group of groups) {
    for (const name of new Set(group.initiators.map((member) => member.name))) {
      const key = credentialKey(group.svm.uuid, name);
      const known = holders.get(key);
      if (known === undefined) {
        holders.set(key, [group]);
      } else {
        known.push(group);
      }
    }
  }
  return holders;
}
