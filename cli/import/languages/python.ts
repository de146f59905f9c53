import type { Kind } from "../../../provider/inventory";
import { asObject, type PropertyMap } from "../../../provider/schema";
import { headOf, tableKey, tableOf } from "../kind-names";
import type { ImportPlan, PlannedResource, PlannedSvm } from "../plan";
import { Expression, quoted } from "./expression";
import { pythonName, pythonText } from "./python-text";
import { row } from "./row";

/** The program that declares what is imported: a list of SVMs with their objects, and one loop over it. */
export function pythonProgram({ svms, cluster }: ImportPlan): string {
  const kinds = [...new Set(svms.flatMap(({ resources }) => [...resources.keys()]))];
  const classes = kinds.map(({ type }) => type).sort();
  return `"""${headOf(kinds, "a row")}"""

from typing import Any

import pulumi
from pulumi_ontap_iscsi import ${classes.join(", ")}

config = pulumi.Config()
${cluster === undefined ? "" : `cluster = ${quoted(cluster)}\n`}
svms: list[dict[str, Any]] = [
${svms.map((svm) => svmText(svm, kinds)).join("")}]

for entry in svms:
    svm = entry["svm"]
${kinds.map((kind) => loopOf(kind, kinds, cluster)).join("\n")}
`;
}

function svmText({ svm, resources }: PlannedSvm, kinds: readonly Kind[]): string {
  return [
    "    {",
    `        "svm": ${pythonText(svm)},`,
    ...kinds.flatMap((kind) => ofKind(kind, resources.get(kind) ?? [])),
    "    },\n",
  ].join("\n");
}

function ofKind(kind: Kind, resources: readonly PlannedResource[]): readonly string[] {
  const table = tableOf(kind);
  if (table !== undefined) {
    return resources.flatMap((resource) => tableText(table.property, row(resource, secretOf)));
  }
  const rows = resources.map((resource) => pythonText(row(resource, secretOf)));
  const key = quoted(tableKey(kind));
  return kind.namedBy === undefined
    ? rows.map((text) => `        ${key}: ${text},`)
    : [`        ${key}: [`, ...rows.map((text) => `            ${text},`), "        ],"];
}

/** A table with a line for each of its rows, whose names stay as they are. */
function tableText(property: string, { [property]: rows, ...rest }: PropertyMap): readonly string[] {
  return [
    '        "table": {',
    ...Object.entries(rest).map(([key, value]) => `            ${quoted(pythonName(key))}: ${pythonText(value)},`),
    `            ${quoted(pythonName(property))}: {`,
    ...Object.entries(asObject(rows) ?? {}).map(
      ([name, value]) => `                ${quoted(name)}: ${pythonText(value)},`,
    ),
    "            },",
    "        },",
  ];
}

function secretOf(name: string): Expression {
  return new Expression(`config.require_secret(${quoted(name)})`);
}

/** The lines that make the resources of a kind on an SVM, after what they need where the program has that. */
function loopOf(kind: Kind, kinds: readonly Kind[], cluster: string | undefined): string {
  const { type, namedBy, needs } = kind;
  const key = tableKey(kind);
  const more = cluster === undefined ? "" : "cluster=cluster, ";
  const prefix = cluster === undefined ? "" : "{cluster}/";
  const first = kinds.find(({ noun, namedBy: name }) => noun === needs && name === undefined);
  const svm = first === undefined ? "svm" : `${tableKey(first)}.svm if ${tableKey(first)} else svm`;
  if (namedBy === undefined) {
    return `    ${key}: Any = None
    if "${key}" in entry:
        ${key} = ${type}(f"${prefix}{svm['name']}", ${more}svm=${svm}, **entry["${key}"])`;
  }
  return `    for row in entry["${key}"]:
        ${type}(f"${prefix}{svm['name']}/{row['${pythonName(namedBy)}']}", ${more}svm=${svm}, **row)`;
}
