import {
  countIscsiCredentials,
  countIscsiServices,
  countIscsiSessions,
  findIscsiCredential,
  findIscsiService,
  findIscsiSession,
  getIscsiCredential,
  getIscsiCredentials,
  getIscsiService,
  getIscsiServiceMetric,
  getIscsiServiceMetrics,
  getIscsiServices,
  getIscsiSession,
  getIscsiSessions,
  iterateIscsiCredentials,
  iterateIscsiServiceMetrics,
  iterateIscsiServices,
  iterateIscsiSessions,
  pathsByInitiator,
} from "../../sdk";
import type { Bag } from "../../test/engine/bag";
import { HOST, OTHER_HOST } from "../../test/names";
import { type ArrayState, arrayWithService, session } from "../support/array-state";

/** A data function with arguments. */
export interface DataFunction {
  readonly name: string;
  /** Calls it as a program does, for the cluster of that name. */
  readonly inProgram: (cluster: string) => Promise<unknown>;
  /** Arguments of the plugin's function of the same name; undefined where the plugin has none. */
  readonly ofPlugin?: Bag;
}

const svm = { name: "svm1" };

/** The time at which histories are read, far from the next sample. */
export const NOW = "2026-02-06T12:07:33Z";
const SAMPLED_AT = "2026-02-06T12:05:00Z";

const row = (initiator: string) => ({ svm, initiator, authentication_type: "none" });

/** What they read. */
export const readArray: ArrayState = arrayWithService({
  credentials: [row(HOST), row(OTHER_HOST), row(`${HOST}.third`)],
  sessions: [session("svm1", HOST, { tsih: 41 }), session("svm1", OTHER_HOST, { tsih: 42 })],
});

const ofSession = { svm, targetPortalGroup: "iscsi_lif1", tsih: 41 };
/** Two records a page: histories and lists of more take several requests. */
const paged = { maxRecords: 2 };
const history = { svm, interval: "1d", maxRecords: 200 } as const;

/** Every data function; their output forms call these. */
export const dataFunctions: readonly DataFunction[] = [
  { name: "getIscsiService", inProgram: (cluster) => getIscsiService({ svm, cluster }), ofPlugin: { svm } },
  { name: "getIscsiServices", inProgram: (cluster) => getIscsiServices({ cluster }), ofPlugin: {} },
  { name: "findIscsiService", inProgram: (cluster) => findIscsiService({ svm, cluster }) },
  { name: "countIscsiServices", inProgram: (cluster) => countIscsiServices({ cluster }), ofPlugin: {} },
  { name: "iterateIscsiServices", inProgram: (cluster) => all(iterateIscsiServices({ cluster })) },
  {
    name: "getIscsiCredential",
    inProgram: (cluster) => getIscsiCredential({ svm, initiator: HOST, cluster }),
    ofPlugin: { svm, initiator: HOST },
  },
  {
    name: "getIscsiCredentials",
    inProgram: (cluster) => getIscsiCredentials({ ...paged, cluster }),
    ofPlugin: paged,
  },
  { name: "findIscsiCredential", inProgram: (cluster) => findIscsiCredential({ initiator: HOST, cluster }) },
  { name: "countIscsiCredentials", inProgram: (cluster) => countIscsiCredentials({ svm, cluster }), ofPlugin: { svm } },
  { name: "iterateIscsiCredentials", inProgram: (cluster) => all(iterateIscsiCredentials({ ...paged, cluster })) },
  {
    name: "getIscsiSession",
    inProgram: (cluster) => getIscsiSession({ ...ofSession, cluster }),
    ofPlugin: ofSession,
  },
  { name: "getIscsiSessions", inProgram: (cluster) => getIscsiSessions({ ...paged, cluster }), ofPlugin: paged },
  { name: "findIscsiSession", inProgram: (cluster) => findIscsiSession({ initiator: { name: HOST }, cluster }) },
  { name: "countIscsiSessions", inProgram: (cluster) => countIscsiSessions({ cluster }), ofPlugin: {} },
  { name: "iterateIscsiSessions", inProgram: (cluster) => all(iterateIscsiSessions({ ...paged, cluster })) },
  {
    name: "getIscsiServiceMetric",
    inProgram: (cluster) => getIscsiServiceMetric({ svm, timestamp: SAMPLED_AT, cluster }),
  },
  {
    name: "getIscsiServiceMetrics",
    inProgram: (cluster) => getIscsiServiceMetrics({ ...history, cluster }),
    ofPlugin: history,
  },
  {
    name: "iterateIscsiServiceMetrics",
    inProgram: (cluster) => all(iterateIscsiServiceMetrics({ ...history, cluster })),
  },
  { name: "pathsByInitiator", inProgram: (cluster) => pathsByInitiator({ svm, cluster }) },
];

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) {
    found.push(item);
  }
  return found;
}
