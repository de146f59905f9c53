import { readAccounts } from "../access/read-accounts";
import { accountEntries } from "../access/write-accounts";
import { fixtureReader, readFixture, writeFixture } from "../collections/fixture";
import { InputReader } from "../input/reader";
import { parseTimestamp } from "../wire/timestamp";
import { addAuditEntries } from "./audit";
import { issueClientCertificate } from "./client-certificates";
import type { Control } from "./control";
import { logIn, logOut } from "./sessions";
import { getSettings, putSettings } from "./settings";

/** GET `/requests`. */
const getRequests: Control = ({ log }) => ({ body: log.entries().map((entry) => ({ ...entry })) });

/** DELETE `/requests`. */
const forgetRequests: Control = ({ log }) => {
  log.forget();
  return { body: {} };
};

/** GET `/stats`. */
const getStats: Control = ({ log }) => ({ body: { ...log.stats() } });

/** GET `/state`: a fixture, passwords included. */
const getState: Control = ({ cluster }) => {
  const { users, roles } = accountEntries(cluster.settings);
  return {
    body: { ...writeFixture(cluster.store), ...(users.length > 0 && { users }), ...(roles.length > 0 && { roles }) },
  };
};

/**
 * PUT `/state`: replaces everything that the cluster remembers. A fixture without `version`, `users` or `roles` leaves
 * these alone.
 */
const putState: Control = (call) => {
  const { cluster, body } = call;
  const store = readFixture(body, cluster.store.version);
  const accounts = readAccounts(fixtureReader(body), cluster.settings, store.version);
  const operation = { application: "console", location: "", user: cluster.owner.name, input: "PUT /simulator/state" };
  const end = cluster.auditLog.begin(operation);
  Object.assign(cluster.settings, accounts);
  cluster.store = store;
  end({ state: "success" });
  return getState(call);
};

/** POST `/faults`. */
const addFault: Control = ({ faults, body }) => ({ status: 201, body: faults.add(body) });

/** GET `/faults`: each rule as it was given, with the number of matching requests it has seen. */
const getFaults: Control = ({ faults }) => ({ body: faults.list() });

/** DELETE `/faults`. */
const clearFaults: Control = ({ faults }) => {
  faults.clear();
  return { body: {} };
};

/** GET `/clock`. */
const getClock: Control = ({ cluster }) => ({ body: { now: cluster.clock.now().toISOString() } });

/** PUT `/clock`: the clock runs on from `now`. */
const putClock: Control = (call) => {
  const input = new InputReader(call.body, "", ["now"]);
  const now = parseTimestamp(input.required("now"));
  if (now === undefined) {
    throw input.fail("now", "must be a time in ISO 8601");
  }
  call.cluster.clock.set(new Date(now));
  return getClock(call);
};

/** The control plane's calls by path below `/simulator`, then by method. */
export const controls: Readonly<Record<string, Readonly<Record<string, Control>>>> = {
  "/requests": { GET: getRequests, DELETE: forgetRequests },
  "/stats": { GET: getStats },
  "/state": { GET: getState, PUT: putState },
  "/faults": { GET: getFaults, POST: addFault, DELETE: clearFaults },
  "/settings": { GET: getSettings, PUT: putSettings },
  "/clock": { GET: getClock, PUT: putClock },
  "/audit": { POST: addAuditEntries },
  "/client-certificates": { POST: issueClientCertificate },
  "/sessions": { POST: logIn, DELETE: logOut },
};
