/** Data functions: what can be read of a cluster from a program, as promises and as outputs. */

export type { MetricInterval } from "../../provider/rest";
export { OntapError, type OntapErrorCode, QueryExpression, query } from "../../provider/rest";
export * from "./iscsi-credentials";
export * from "./iscsi-service-metrics";
export * from "./iscsi-services";
export * from "./iscsi-sessions";
export {
  type IscsiPath,
  type PathsArgs,
  type PathsByInitiator,
  pathsByInitiator,
  pathsByInitiatorOutput,
} from "./paths-by-initiator";
export type { SvmReference } from "./svm-reference";
