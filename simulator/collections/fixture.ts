import { accountKeys } from "../access/read-accounts";
import { InputReader } from "../input/reader";
import { Store } from "../state/store";
import { type OntapVersion, readVersion } from "../state/version";
import type { WireRecord } from "../wire/json";
import { credentialEntry, readCredentials } from "./credentials/fixture";
import { igroupEntry, readIgroups } from "./igroups/fixture";
import { defaultInterfaces, interfaceEntry, readInterfaces } from "./interfaces/fixture";
import { readServices, serviceEntry } from "./services/fixture";
import { readSessions, sessionEntry } from "./sessions/fixture";
import { defaultSvms, namesSvms, readSvms, svmEntry } from "./svms/fixture";

/** Everything that a fixture can hold: what the cluster remembers, and accounts, which belong to the settings. */
const fixtureKeys = [
  "version",
  "licenses",
  "svms",
  "services",
  "credentials",
  "sessions",
  "interfaces",
  "igroups",
  ...accountKeys,
] as const;

/** Reads a fixture key by key. Throws InputError for a key that fixtures do not have. */
export function fixtureReader(fixture: WireRecord): InputReader {
  return new InputReader(fixture, "", fixtureKeys);
}

/**
 * Builds the state that a fixture describes, in ONTAP's wire names. What it leaves out gets ONTAP's default: the
 * licence is there, services have their `default` credential row, no alias means the SVM's name. Without `svms` the
 * SVMs are those that the other parts name, or `svm1` and `svm2` with two interfaces each if none is named.
 *
 * @param version for a fixture that names no release.
 * @throws InputError naming the place of the first mistake.
 */
export function readFixture(fixture: WireRecord, version: OntapVersion): Store {
  const top = fixtureReader(fixture);
  const store = new Store(readVersion(top) ?? version);
  store.licenses = top.texts("licenses") ?? ["iscsi"];
  const untouched = !top.has("svms") && !namesSvms(fixture);
  if (untouched) {
    for (const svm of defaultSvms) {
      store.svms.set(svm);
    }
  } else {
    readSvms(top, fixture, store);
  }
  if (untouched && !top.has("interfaces")) {
    for (const row of defaultInterfaces()) {
      store.interfaces.set(row);
    }
  } else {
    readInterfaces(top, store);
  }
  readIgroups(top, store);
  readServices(top, store);
  readCredentials(top, store);
  readSessions(top, store);
  return store;
}

/** The whole state as a fixture, passwords included: reading it again gives the same state. */
export function writeFixture(store: Store): WireRecord {
  const { generation, major, minor } = store.version;
  // The igroups that a session shows are not part of the session itself.
  const withoutIgroups = new Store(store.version);
  return {
    version: { generation, major, minor },
    licenses: store.licenses,
    svms: store.svms.added().map(svmEntry),
    services: store.services.added().map(serviceEntry),
    credentials: store.credentials.added().map(credentialEntry),
    sessions: store.sessions.added().map((session) => sessionEntry(session, withoutIgroups)),
    interfaces: store.interfaces.added().map(interfaceEntry),
    igroups: store.igroups.added().map(igroupEntry),
  };
}
