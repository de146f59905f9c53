import { ApiError } from "./api-error";
import { decodePercent } from "./percent-encoding";

/** A query parameter. */
export interface Parameter {
  /** Name and value, decoded. */
  readonly name: string;
  readonly value: string;
  /** The piece of the query it came from, as the client encoded it. */
  readonly raw: string;
}

/**
 * The query's parameters in the order in which they were sent. `+` is a space, as form encoding has it; empty pieces
 * (`a=1&&b=2`) say nothing.
 */
export function parameters(rawQuery: string): Parameter[] {
  return rawQuery
    .split("&")
    .filter((raw) => raw !== "")
    .map((raw) => {
      const [encoded = "", ...value] = raw.replaceAll("+", " ").split("=");
      const name = decodePercent(encoded, raw);
      return { name, value: decodePercent(value.join("="), name), raw };
    });
}

/** The value of the first parameter of that name. */
export function parameter(rawQuery: string, name: string): string | undefined {
  return parameters(rawQuery).find((candidate) => candidate.name === name)?.value;
}

/**
 * A boolean parameter; an empty one counts as left out.
 *
 * @throws ApiError 262197 for anything that `readFlag` refuses.
 */
export function flag(rawQuery: string, name: string, defaultValue: boolean): boolean {
  const value = parameter(rawQuery, name);
  return value === undefined || value === "" ? defaultValue : readFlag(name, value);
}

/**
 * Reads a boolean in any case (Python clients send `True`), or as 1 and 0, as the documents print defaults.
 *
 * @throws ApiError 262197 for anything else.
 */
export function readFlag(name: string, value: string): boolean {
  const lower = value.toLowerCase();
  if (lower === "true" || lower === "1") return true;
  if (lower === "false" || lower === "0") return false;
  throw new ApiError(400, "262197", `The value "${value}" is invalid for field "${name}" (true|false)`, name);
}
