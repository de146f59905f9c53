import { readFixture, writeFixture } from "../collections/fixture";
import { InputReader } from "../input/reader";
import { parseTimestamp } from "../wire/timestamp";
import { addAuditEntries } from "./audit";
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
const getState: Control = ({ cluster }) => ({ body: writeFixture(cluster.store) });

/** PUT `/state`: replaces everything that the cluster remembers. A fixture without `version` leaves the release alone. */
const putState: Control = ({ cluster, body }) => {
  const store = readFixture(body, cluster.store.version);
  const operation = { application: "console", location: "", user: cluster.owner.name, input: "PUT /simulator/state" };
  const end = cluster.auditLog.begin(operation);
  cluster.store = store;
  end({ state: "success" });
  return { body: writeFixture(cluster.store) };
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
  "/sessions": { POST: logIn, DELETE: logOut },
};
