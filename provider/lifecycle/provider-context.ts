import type { Connections, Environment } from "../connection";
import { canonicalId } from "../schema/object-id";
import type { Memory } from "./memory";
import type { Sharing } from "./sharing";

/** What the life of a resource takes place in. */
export interface ProviderContext {
  readonly connections: Connections;
  readonly memory: Memory;
  /** Environment variables, read when they are needed. */
  readonly env: Environment;
  /** Where other providers of the same run are met; undefined where there can be none. */
  readonly sharing?: Sharing | undefined;
  /** Tells the user something to know of what is planned, once, in the engine's output. */
  note(text: string): void;
  /** Tells the user something that is no error, once, in the engine's output. */
  warn(text: string): void;
}

/** Ids that `ONTAP_FORCE_DISCONNECT` names: their deletion is not held up by live sessions in this run. */
export function forcedByEnvironment(env: Environment, id: string): boolean {
  return listed(env.ONTAP_FORCE_DISCONNECT).map(canonicalId).includes(canonicalId(id));
}

/** True where `ONTAP_DELETED_SVMS` says that this SVM was deleted. */
export function isDeclaredDeleted(env: Environment, svmUuid: string): boolean {
  return listed(env.ONTAP_DELETED_SVMS).some((uuid) => uuid.toLowerCase() === svmUuid.toLowerCase());
}

function listed(value: string | undefined): readonly string[] {
  return (value ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
