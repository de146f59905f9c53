/** Data functions: what can be read of a cluster from a program, as promises and as outputs. */

export type { MetricInterval } from "../../provider/rest";
export { OntapError, type OntapErrorCode, QueryExpression, query } from "../../provider/rest";
export type {
  IscsiCredentialFields,
  IscsiCredentialRecord,
  IscsiCredentialResult,
} from "./credential-record";
export * from "./iscsi-credentials";
export * from "./iscsi-service-metrics";
export * from "./iscsi-services";
export * from "./iscsi-sessions";
export type {
  ByteFigures,
  IscsiMetricFigures,
  IscsiServiceMetricFields,
  IscsiServiceMetricRecord,
  IscsiServiceMetricResult,
  OperationFigures,
} from "./metric-record";
export type { IscsiServiceFields, IscsiServiceRecord, IscsiServiceResult, IscsiStatistics } from "./service-record";
export type {
  IscsiConnectionRecord,
  IscsiSessionFields,
  IscsiSessionRecord,
  IscsiSessionResult,
} from "./session-record";
export type { SvmReference } from "./svm-reference";
