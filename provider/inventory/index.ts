import { resources } from "../resources";
import { type Kind, kindOf } from "./kind";

/** What is on an array, beside what is recorded: for commands that work without the engine. */
export type { PropertyChange } from "../lifecycle/compare";
export { canonicalId } from "../schema/object-id";
export { type Cause, causeOfList } from "./cause";
export type { FoundObject, Kind, Survey, Verdict } from "./kind";

/** Every kind of object that is managed as a resource; what others need comes first. */
export const kinds: readonly Kind[] = [
  kindOf("IscsiService", resources.IscsiService),
  kindOf("IscsiCredentials", resources.IscsiCredentials),
];
