import { belongsToOneSvm } from "../../provider/reads/collection-reads";
import { fieldDoc } from "../../provider/record/field-doc";
import { type Field, type Fields, isLeaf } from "../../provider/record/fields";
import { camelName, identifiersOf } from "../../provider/record/record";
import { adviceFor } from "../../provider/rest/codes";
import { withArticle } from "./record-types";
import type { ReadRecord } from "./records";

/** The reference of records, in Markdown. */
export function recordsPage(records: readonly ReadRecord[]): string {
  const intro = `<!-- Made by \`npm run generate\` from provider/rest/; change it there. -->

# Records

What the data functions return, field by field. A field that ONTAP leaves unset is absent. Names in \`fields\`, in
\`orderBy\` and in filters are the ones in the tables; \`connections.cid\` stands for that of any item of the list.
Identifiers are always returned, whatever \`fields\` says.`;
  return `${[intro, ...records.map(section)].join("\n\n")}\n`;
}

function section(record: ReadRecord): string {
  const { type, one } = record.functions;
  const single = belongsToOneSvm(record);
  const functions = [
    `get${type}`,
    `get${type}s`,
    ...(single ? [] : [`find${type}`, `count${type}s`]),
    `iterate${type}s`,
  ];
  const facts = [
    `- Functions: ${functions.map((name) => `\`${name}\``).join(", ")}`,
    `- Path: \`${record.path}\`${record.since === undefined ? "" : `, since ONTAP ${record.since}`}`,
    `- Source: ${record.source}`,
    `- Keys: ${record.keys.map((key) => `\`${camelName(key)}\``).join(", ")}`,
    `- Identifiers: ${identifiersOf(record)
      .map((name) => `\`${camelName(name)}\``)
      .join(", ")}`,
    ...Object.entries(record.parameters ?? {}).map(
      ([name, { doc, default: usual }]) => `- \`${name}\`: ${doc} Default \`${usual}\`.`,
    ),
    `- ONTAP's codes for ${withArticle(one)} that is not there (\`not-found\`): ${(record.codes?.notFound ?? []).map(toldCode).join("; ")}`,
  ];
  const rows = rowsOf(record.fields, "");
  return [
    `## ${type}\n\n${record.doc}`,
    facts.join("\n"),
    ["| field | type | unit | what |", "|---|---|---|---|", ...rows].join("\n"),
  ].join("\n\n");
}

function toldCode(code: string): string {
  const advice = adviceFor(code);
  return advice === undefined ? `\`${code}\`` : `\`${code}\` (${advice.replace(/\.$/, "")})`;
}

function rowsOf(fields: Fields, path: string): string[] {
  return Object.entries(fields).flatMap(([wireName, field]) => {
    const name = path + camelName(wireName);
    const row = `| \`${name}\` | ${kindOf(field)} | ${field.unit ?? ""} | ${fieldDoc(field)}${
      field.writeOnly === true ? " Write-only: never returned, no filter." : ""
    } |`;
    return isLeaf(field) ? [row] : [row, ...rowsOf(field.fields, `${name}.`)];
  });
}

function kindOf(field: Field): string {
  if (isLeaf(field)) {
    return field.values?.map((value) => `\`${value}\``).join(", ") ?? field.kind;
  }
  return field.kind === "list" ? "list of objects" : "object";
}
