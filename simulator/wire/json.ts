/** Any JSON value in wire form. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One record in ONTAP's wire form (snake_case), in the key order in which ONTAP prints it, without `_links`. */
export type WireRecord = { readonly [key: string]: Json };

/** True for a JSON array. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** True for a JSON object. */
export function isRecord(value: Json | undefined): value is WireRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * JSON text as ONTAP prints it: two spaces of indent, no newline at the end, and the brackets of an empty object or
 * array on two lines.
 *
 * @param pretty false for one line, as `?pretty=false` asks for. Default true.
 */
export function jsonText(value: Json, pretty = true): string {
  if (!pretty) {
    return JSON.stringify(value);
  }
  const text = JSON.stringify(value, null, 2);
  if (!text.includes("{}") && !text.includes("[]")) {
    return text;
  }
  // A line that holds a string ends in a quote, so brackets at a line's end are always an empty object or array.
  return text.replace(
    /(^|\n)( *)([^\n]*?)(\{\}|\[\])(?=,?(?:\n|$))/g,
    (_match, start: string, indent: string, head: string, brackets: string) =>
      `${start}${indent}${head}${brackets.charAt(0)}\n${indent}${brackets.charAt(1)}`,
  );
}

/**
 * Reads JSON text. Returns undefined where it is not JSON, so that each caller can refuse it in its own words, and where
 * a string in it is not Unicode (half of a surrogate pair), which neither a URL nor a header could carry.
 */
export function parseJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    // Only an escape can bring such a half, since the text itself was decoded.
    return /\\ud[89a-f]/i.test(text) && hasLoneSurrogate(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

function hasLoneSurrogate(value: Json): boolean {
  if (typeof value === "string") {
    return /\p{Surrogate}/u.test(value);
  }
  if (isList(value)) {
    return value.some(hasLoneSurrogate);
  }
  return (
    isRecord(value) && Object.entries(value).some(([key, inner]) => hasLoneSurrogate(key) || hasLoneSurrogate(inner))
  );
}
