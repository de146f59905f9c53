import { resources } from "../resources";
import { type Kind, kindOf } from "./kind";
import { type TableKind, tableKindOf } from "./table-kind";

/** What is on an array, compared with what is recorded: for commands that work without the engine. */
export type { PropertyChange } from "../lifecycle/compare";
export type { NamedRow } from "../lifecycle/table/rows";
export { canonicalId } from "../schema/object-id";
export { dynamicToken, isPluginToken, isTokenOf, PROVIDER_TOKEN, token as pluginToken } from "../spec/tokens";
export { type Cause, causeOfList } from "./cause";
export type { RecordedParts } from "./fold";
export type { FoundObject } from "./found-object";
export type { Kind, Survey, Verdict } from "./kind";
export { rowsIn, type TableKind } from "./table-kind";

/** Outputs that are names, which may change on an array, and what of: `svmName` that of the SVM. */
export const renamable: ReadonlyMap<string, string> = new Map(
  Object.values(resources).flatMap(({ outputs }) =>
    Object.entries(outputs).flatMap(([name, { nameOf }]) => (nameOf === undefined ? [] : [[name, nameOf] as const])),
  ),
);

const services = kindOf("IscsiService", resources.IscsiService);
const credentials = kindOf("IscsiCredentials", resources.IscsiCredentials, resources.IscsiCredentialsTable);

/** Every kind of object that is on an array and managed as a resource; what others need comes first. */
export const kinds: readonly Kind[] = [services, credentials];

/** Kinds of which each object is many objects of one of those on one SVM. */
export const tableKinds: readonly TableKind[] = [
  tableKindOf("IscsiCredentialsTable", resources.IscsiCredentialsTable, credentials),
];
