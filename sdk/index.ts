/** What a Pulumi program imports: resources, data functions and the query language. */
export { type ConnectionOptions, OntapError, type OntapErrorCode, query } from "../provider/rest";
export type { ChapArgs, ChapUserArgs } from "./chap-args";
export * from "./data";
export type { ExistingArgs } from "./existing";
export {
  type ChapResult,
  type InitiatorAddressArgs,
  type InitiatorAddressResult,
  IscsiCredentials,
  type IscsiCredentialsArgs,
} from "./iscsi-credentials";
export { IscsiService, type IscsiServiceArgs, type IscsiTargetArgs } from "./iscsi-service";
export type { SvmArgs } from "./svm-args";
