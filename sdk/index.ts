/** What a Pulumi program imports: resources, data functions and the query language. */
export { type ConnectionOptions, OntapError, type OntapErrorCode, query } from "../provider/rest";
export * from "./data";
export type { ExistingArgs } from "./existing";
export { IscsiCredentials, type IscsiCredentialsArgs } from "./iscsi-credentials";
export { IscsiCredentialsTable, type IscsiCredentialsTableArgs } from "./iscsi-credentials-table";
export { IscsiService, type IscsiServiceArgs } from "./iscsi-service";
export { Provider, type ProviderArgs } from "./provider";
export type * from "./types";
