import { ApiError } from "./api-error";

/** A query parameter, decoded. */
export type Parameter = readonly [name: string, value: string];

/** The query's parameters in the order in which they were sent; `+` is a space. */
export function parameters(rawQuery: string): Parameter[] {
  return rawQuery
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const cut = part.indexOf("=");
      return cut < 0 ? [decode(part), ""] : [decode(part.slice(0, cut)), decode(part.slice(cut + 1))];
    });
}

/** The value of the first parameter of that name. */
export function parameter(rawQuery: string, name: string): string | undefined {
  return parameters(rawQuery).find(([candidate]) => candidate === name)?.[1];
}

/**
 * A boolean parameter in any case, also as 1 and 0; an empty one counts as left out.
 *
 * @throws ApiError 262197 for anything else.
 */
export function flag(rawQuery: string, name: string, otherwise: boolean): boolean {
  const value = parameter(rawQuery, name)?.toLowerCase();
  if (value === undefined || value === "") return otherwise;
  if (value === "true" || value === "1") return true;
  if (value === "false" || value === "0") return false;
  throw new ApiError(400, "262197", `The value "${value}" is invalid for field "${name}" (<true|false>).`, name);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new ApiError(400, "39387137", "The URL is invalid: it holds a broken percent encoding.");
  }
}
