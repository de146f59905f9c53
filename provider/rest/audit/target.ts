import type { AuditedObject } from "./operation";

/** What an operation names: values of a request or a command, which stay inside this folder. */
export interface Target {
  readonly svmUuid?: string;
  readonly svmName?: string;
  readonly initiator?: string;
}

/** What an operation reaches: one kind of object, and with what it deletes what depends on it. */
export type Reach = "credential" | "service" | "service and credentials";

/** Objects to be found by what an operation names of them. */
export class AuditedObjects<Of extends AuditedObject> {
  readonly #all: readonly Of[];
  readonly #byInitiator = new Map<string, Of[]>();

  constructor(objects: readonly Of[]) {
    this.#all = objects;
    for (const object of objects) {
      const key = object.initiator?.toLowerCase();
      const known = key === undefined ? undefined : this.#byInitiator.get(key);
      if (known !== undefined) {
        known.push(object);
      } else if (key !== undefined) {
        this.#byInitiator.set(key, [object]);
      }
    }
  }

  /** Those that can be meant: what an operation does not name excludes none. */
  named({ svmUuid, svmName, initiator }: Target, reach: Reach): readonly Of[] {
    const literal = reach === "credential" && initiator !== undefined && isLiteral(initiator);
    const candidates = literal ? (this.#byInitiator.get(initiator.toLowerCase()) ?? []) : this.#all;
    return candidates.filter(
      (object) =>
        isReached(object, reach) &&
        mayMean(svmUuid, object.svmUuid) &&
        object.svmNames.some((name) => mayMean(svmName, name)) &&
        (literal || reach !== "credential" || mayMean(initiator, object.initiator ?? "")),
    );
  }
}

function isReached({ initiator }: AuditedObject, reach: Reach): boolean {
  return reach === "service and credentials" || (initiator === undefined) === (reach === "service");
}

function isLiteral(expression: string): boolean {
  return !/[*|!<>"{}]|\.\./.test(expression);
}

/** True where a name, or an expression of ONTAP's query language, can mean a value. Case is never held against it. */
export function mayMean(expression: string | undefined, value: string): boolean {
  return expression === undefined || expression.split("|").some((one) => matches(one.trim(), value.toLowerCase()));
}

function matches(expression: string, value: string): boolean {
  const text = expression.replace(/^["{]|["}]$/g, "").toLowerCase();
  if (/^[!<>]/.test(text) || text.includes("..")) {
    return true;
  }
  return text.includes("*") ? matchesPieces(text.split("*"), value) : text === value;
}

/** True where the pieces of a pattern are in the value in their order, the first and the last at its ends. */
function matchesPieces(pieces: readonly string[], value: string): boolean {
  const [first = "", last = ""] = [pieces[0], pieces.at(-1)];
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = value.indexOf(piece, at);
    if (found < 0) {
      return false;
    }
    at = found + piece.length;
  }
  return value.startsWith(first) && value.endsWith(last) && value.length - last.length >= at;
}
