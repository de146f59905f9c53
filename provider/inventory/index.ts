import { resources } from "../resources";
import { type Kind, kindOf } from "./kind";

/** What is on an array, compared with what is recorded: for commands that work without the engine. */
export type { PropertyChange } from "../lifecycle/compare";
export { canonicalId } from "../schema/object-id";
export { dynamicToken, isPluginToken, isTokenOf, PROVIDER_TOKEN, token as pluginToken } from "../spec/tokens";
export { type Cause, causeOfList } from "./cause";
export type { FoundObject } from "./found-object";
export type { Kind, Survey, Verdict } from "./kind";

/** Outputs that are names, which may change on an array, and what of: `svmName` that of the SVM. */
export const renamable: ReadonlyMap<string, string> = new Map(
  Object.values(resources).flatMap(({ outputs }) =>
    Object.entries(outputs).flatMap(([name, { nameOf }]) => (nameOf === undefined ? [] : [[name, nameOf] as const])),
  ),
);

/** Every kind of object that is managed as a resource; what others need comes first. */
export const kinds: readonly Kind[] = [
  kindOf("IscsiService", resources.IscsiService),
  kindOf("IscsiCredentials", resources.IscsiCredentials),
];
