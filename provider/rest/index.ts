/** The shared REST module (`pulumi-ontap-iscsi/rest`): ONTAP's iSCSI collections for scripts, without Pulumi. */

export type { AuditClient, AuditedObject, AuditField, AuditOperation } from "./audit/operation";
export type { AuditEntry, AuditLog, AuditTrail } from "./audit-log";
export type { Cluster, WireCluster } from "./cluster";
export * as codes from "./codes";
export type { Collection } from "./collection";
export { connect, type OntapClient } from "./connect";
export type { GetOptions } from "./instance";
export type { IpInterfaces, WireIpInterface } from "./ip-interfaces";
export type {
  AddressListOptions,
  IscsiCredentialsCollection,
  WireAddressMask,
  WireAddressRange,
  WireChapPair,
  WireIscsiCredential,
  WireIscsiCredentialCreate,
  WireIscsiCredentialUpdate,
} from "./iscsi-credentials";
export {
  type IscsiServiceMetrics,
  type MetricInterval,
  type MetricListOptions,
  metricSteps,
  type WireIscsiServiceMetric,
} from "./iscsi-service-metrics";
export type {
  IscsiServices,
  WireIscsiService,
  WireIscsiServiceCreate,
  WireIscsiServiceUpdate,
} from "./iscsi-services";
export type { IscsiSessions, WireIscsiConnection, WireIscsiSession } from "./iscsi-sessions";
export type { Licenses, WireLicense } from "./licenses";
export type { ListOptions } from "./list-options";
export { isMissingRight } from "./missing-right";
export { isApiError, OntapError, type OntapErrorCode, type OntapErrorParts, type SharedTrouble } from "./ontap-error";
export type { ConnectionOptions } from "./options";
export type { WireByteFigures, WireMetric, WireOperationFigures, WireStatistics } from "./performance-figures";
export { QueryExpression, type QueryScalar, type QueryValue, query } from "./query";
export type { WireSvm } from "./svm-reference";
export type { Svms, WireSvmRecord } from "./svms";
