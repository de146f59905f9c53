import { type AuditLog, auditLog } from "./audit-log";
import type { Exchange } from "./call";
import { type Cluster, cluster } from "./cluster";
import { createExchange } from "./exchange";
import { type IpInterfaces, ipInterfaces } from "./ip-interfaces";
import { type IscsiCredentialsCollection, iscsiCredentials } from "./iscsi-credentials";
import { type IscsiServiceMetrics, iscsiServiceMetrics } from "./iscsi-service-metrics";
import { type IscsiServices, iscsiServices } from "./iscsi-services";
import { type IscsiSessions, iscsiSessions } from "./iscsi-sessions";
import { type Licenses, licenses } from "./licenses";
import { type ConnectionOptions, resolveOptions } from "./options";
import { type Svms, svms } from "./svms";
import { createTransport } from "./transport";
import { watchWrites } from "./watch-writes";

/** One cluster's REST API: an object per collection. */
export interface OntapClient {
  /** Scheme, host and port that requests go to. */
  readonly origin: string;
  readonly auditLog: AuditLog;
  readonly cluster: Cluster;
  readonly licenses: Licenses;
  readonly svms: Svms;
  readonly ipInterfaces: IpInterfaces;
  readonly iscsiServices: IscsiServices;
  readonly iscsiServiceMetrics: IscsiServiceMetrics;
  readonly iscsiCredentials: IscsiCredentialsCollection;
  readonly iscsiSessions: IscsiSessions;
  /** False as long as no write of this client can have changed anything on the array. */
  mayHaveChanged(): boolean;
}

/**
 * A client for one cluster. Sends nothing by itself. Throws an OntapError (`configuration`) for wrong options. After an
 * answer that refuses the login (HTTP 401) every further call fails without being sent. The environment's `HTTPS_PROXY`,
 * `HTTP_PROXY` and `NO_PROXY` say whether requests go through a proxy.
 *
 * @example
 * const ontap = connect({ host: "cluster1", username: "admin", password });
 * for await (const session of ontap.iscsiSessions.iterate({ query: { "svm.name": "svm1" } })) { ... }
 */
export function connect(options: ConnectionOptions): OntapClient {
  const resolved = resolveOptions(options);
  return clientOf(resolved.origin, createExchange(resolved, createTransport(resolved)));
}

/** The collections over a way to make calls. */
export function clientOf(origin: string, calls: Exchange): OntapClient {
  const { exchange, mayHaveChanged } = watchWrites(calls);
  return {
    origin,
    auditLog: auditLog(exchange),
    cluster: cluster(exchange),
    licenses: licenses(exchange),
    svms: svms(exchange),
    ipInterfaces: ipInterfaces(exchange),
    iscsiServices: iscsiServices(exchange),
    iscsiServiceMetrics: iscsiServiceMetrics(exchange),
    iscsiCredentials: iscsiCredentials(exchange),
    iscsiSessions: iscsiSessions(exchange),
    mayHaveChanged,
  };
}
