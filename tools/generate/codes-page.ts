import { knownCodes } from "../../provider/rest/codes";
import { type Properties, propertiesByPath } from "../../provider/spec/property";

/** The table of ONTAP's codes, in Markdown. */
export function codesPage(resources: ReadonlyArray<{ readonly properties: Properties }>): string {
  const checked = new Map(resources.flatMap(({ properties }) => codesIn(properties)));
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

function codesIn(properties: Properties): ReadonlyArray<readonly [string, Checked]> {
  return propertiesByPath(properties).flatMap(([path, { codes = {} }]) =>
    Object.entries(codes).map(([code, wrong]) => [code, { path, wrong }] as const),
  );
}

function sorted<T>(codes: ReadonlyMap<string, T>): ReadonlyArray<readonly [string, T]> {
  return [...codes].sort(([a], [b]) => Number(a) - Number(b));
}
