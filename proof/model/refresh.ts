import { isDeepStrictEqual } from "node:util";
import { HostError } from "../../test/engine/host-error";
import type { Front } from "../support/provider-front";
import type { Entry, StackState } from "./stack-state";

/** What a refresh shows of an entry. */
export interface Drift {
  readonly name: string;
  /** Names of the properties that differ; `gone` where the object is not there any more. */
  readonly changed: readonly string[] | "gone";
}

export interface RefreshResult {
  readonly drifts: readonly Drift[];
  /** Message of the first error. */
  readonly error: string | undefined;
}

/** A refresh as the engine makes it: every entry is read, all at once, then what was read is compared with the inputs. */
export async function refresh(front: Front, state: StackState): Promise<RefreshResult> {
  const results = await Promise.allSettled([...state.values()].map((entry) => refreshEntry(front, state, entry)));
  const errors = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  const foreign = errors.find((error) => !(error instanceof HostError));
  if (foreign !== undefined) {
    throw foreign;
  }
  return {
    drifts: results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])),
    error: errors[0]?.message,
  };
}

async function refreshEntry(front: Front, state: StackState, entry: Entry): Promise<Drift> {
  const { name, kind, id, inputs, outputs } = entry;
  const { host } = front;
  const read = await host.read(kind, id, front.sent(kind, outputs));
  if (read.id === "") {
    state.delete(name);
    return { name, changed: "gone" };
  }
  const { __provider, ...actual } = read.inputs ?? inputs;
  const diff = await host.diff(kind, id, front.sent(kind, read.properties), front.sent(kind, inputs));
  state.set(name, { ...entry, outputs: read.properties, inputs: actual, initErrors: [] });
  const keys = new Set([...Object.keys(inputs), ...Object.keys(actual)]);
  const changed =
    diff.changes === false ? [] : [...keys].filter((key) => !isDeepStrictEqual(inputs[key], actual[key])).sort();
  return { name, changed };
}
