import { knownCodes } from "../../provider/rest/codes";
import type { Properties, Property } from "../../provider/spec/property";

/** The table of ONTAP's codes, in Markdown. */
export function codesPage(resources: ReadonlyArray<{ readonly properties: Properties }>): string {
  const checked = new Map(resources.flatMap(({ properties }) => codesIn(properties, "")));
  return `<!-- Made by \`npm run generate\` from provider/resources/ and provider/rest/codes.ts; change it there. -->

# ONTAP's codes

## Found in the preview

Without a request. The message names the property; correct it.

| code | property | what is wrong |
|---|---|---|
${sorted(checked)
  .map(([code, { path, wrong }]) => `| ${code} | \`${path}\` | ${wrong} |`)
  .join("\n")}

## Returned by the array

Every other code is passed on with ONTAP's own message.

| code | means | what to do |
|---|---|---|
${sorted(knownCodes)
  .map(([code, { means, advice = "" }]) => `| ${code} | ${means} | ${advice} |`)
  .join("\n")}
`;
}

interface Checked {
  readonly path: string;
  readonly wrong: string;
}

function codesIn(properties: Properties, above: string): ReadonlyArray<readonly [string, Checked]> {
  return Object.entries(properties).flatMap(([name, property]): ReadonlyArray<readonly [string, Checked]> => {
    const path = above + name;
    const own = Object.entries(property.codes ?? {}).map(([code, wrong]) => [code, { path, wrong }] as const);
    return [...own, ...inside(path, property)];
  });
}

function inside(path: string, property: Property): ReadonlyArray<readonly [string, Checked]> {
  switch (property.type) {
    case "object":
      return codesIn(property.properties, `${path}.`);
    case "list":
      return codesIn(property.items.properties, `${path}[].`);
    default:
      return [];
  }
}

function sorted<T>(codes: ReadonlyMap<string, T>): ReadonlyArray<readonly [string, T]> {
  return [...codes].sort(([a], [b]) => Number(a) - Number(b));
}
