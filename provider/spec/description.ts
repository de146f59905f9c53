import { defaultOf, type Property } from "./property";

/** What a program's author reads about an argument, wherever that is: whole sentences. */
export function description(property: Property): string {
  const { replaces, onChange } = property;
  return [meaning(property), ...(replaces !== undefined && onChange !== undefined ? [onChange] : [])].join(" ");
}

/** The same without what a change does. */
export function meaning(property: Property): string {
  const { doc, whenOmitted } = property;
  const usual = defaultOf(property);
  return [
    doc,
    ...(usual === undefined ? [] : [`Default ${JSON.stringify(usual)}.`]),
    ...(whenOmitted === undefined ? [] : [`If omitted: ${whenOmitted}`]),
  ].join(" ");
}
