/** The shared REST module (`pulumi-ontap-iscsi/rest`): ONTAP's iSCSI collections for scripts, without Pulumi. */

export type { Cluster } from "./cluster";
export * as codes from "./codes";
export type { Collection } from "./collection";
export { connect, type OntapClient } from "./connect";
export type { GetOptions } from "./instance";
export type { AddressListOptions, IscsiCredentialsCollection } from "./iscsi-credentials";
export {
  type IscsiServiceMetrics,
  type MetricInterval,
  type MetricListOptions,
  metricSteps,
} from "./iscsi-service-metrics";
export type { IscsiServices } from "./iscsi-services";
export type { IscsiSessions } from "./iscsi-sessions";
export type { ListOptions } from "./list-options";
export { isApiError as isRefusal, OntapError, type OntapErrorCode, type OntapErrorParts } from "./ontap-error";
export type { ConnectionOptions } from "./options";
export { QueryExpression, type QueryScalar, type QueryValue, query } from "./query";
export type { Svms } from "./svms";
export type { WireCluster } from "./wire/cluster";
export type {
  WireAddressMask,
  WireAddressRange,
  WireChapPair,
  WireIscsiCredential,
  WireIscsiCredentialCreate,
  WireIscsiCredentialUpdate,
} from "./wire/iscsi-credential";
export type {
  WireIscsiService,
  WireIscsiServiceCreate,
  WireIscsiServiceUpdate,
  WireSvm,
} from "./wire/iscsi-service";
export type {
  WireByteFigures,
  WireIscsiServiceMetric,
  WireMetric,
  WireOperationFigures,
  WireStatistics,
} from "./wire/iscsi-service-metric";
export type { WireIscsiConnection, WireIscsiSession } from "./wire/iscsi-session";
export type { WireSvmRecord } from "./wire/svm";
