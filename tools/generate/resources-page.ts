import { typeToken } from "../../provider/dynamic/text";
import type { OutputProperty } from "../../provider/lifecycle/definition";
import { meaning } from "../../provider/spec/description";
import { type Property, propertiesByPath } from "../../provider/spec/property";
import { token } from "../../provider/spec/tokens";
import { limitsOf } from "./limits";
import type { ClassDeclaration } from "./resource-class";

/** A resource that the reference describes. */
export interface DescribedResource extends ClassDeclaration {
  readonly deletion: string;
}

const INTRODUCTION = `<!-- Made by \`npm run generate\` from provider/resources/; change it there. -->

# Resources

All arguments are checked in the preview, without a request, for all properties of a resource at once; an unknown
property is rejected with the name of the nearest one that exists. Numbers in parentheses are [ONTAP's
codes](codes.md). "Guarded" refers to the [session guard](../session-guard.md). What each operation sends is listed in
[requests.md](../requests.md); [adopting](../import.md#adopting-one-object) and the [\`default\`
row](../default-row.md), [rotation](../rotation.md) and [what the guard allows](../session-guard.md#how-to-allow-it)
have pages of their own.

Every input is returned as it was given. What ONTAP adds is in outputs of its own, which are unknown in a preview; of an
update they are known where the resource runs through the plugin.

In TypeScript and JavaScript a resource is a dynamic one, unless its option \`provider\` or its parent names a [provider
object](../plugin.md#typescript): then it runs through the provider plugin, as it always does in other languages. Each of
its two type tokens is an alias of the other, so that [a stack moves](../plugin.md#moving-a-stack) from the one to the
other without a change on the array.`;

/** The reference of resources, in Markdown. */
export function resourcesPage(resources: readonly DescribedResource[]): string {
  return `${[INTRODUCTION, ...resources.map(section), reading(resources)].join("\n\n")}\n`;
}

function section({ type, doc, deletion, example, properties, outputs }: DescribedResource): string {
  return [
    `## ${type}`,
    doc,
    `Through the plugin its type token is \`${token(type)}\`, as a dynamic resource \`${typeToken(type)}\`.`,
    `\`\`\`ts\n${example}\n\`\`\``,
    ["| property | what | a change | drift |", "|---|---|---|---|", ...propertiesByPath(properties).map(row)].join(
      "\n",
    ),
    ["| output | what |", "|---|---|", ...Object.entries(outputs).map(outputRow)].join("\n"),
    `Deleting: ${deletion}`,
  ].join("\n\n");
}

function row([path, property]: readonly [string, Property]): string {
  const { onChange = "", onDrift = "" } = property;
  const kind = `*${property.type}${property.required === undefined ? "" : ", required"}.*`;
  return `| \`${path}\` | ${[kind, meaning(property), ...limitsOf(property)].join(" ")} | ${onChange} | ${onDrift} |`;
}

function outputRow([name, { doc }]: readonly [string, OutputProperty]): string {
  return `| \`${name}\` | ${doc} |`;
}

function reading(resources: readonly DescribedResource[]): string {
  const calls = resources.map(({ type }) => `\`${type}.get(name, id, { cluster }?, opts?)\``);
  return `## Reading an existing object

${new Intl.ListFormat("en-GB").format(calls)} read an existing object without managing it, by the ids given above; any other id is rejected
without a request:

\`\`\`ts
export const existing = IscsiService.get("shared", "19d04b8e-94d7-11e8-8370-005056b48fd2", { cluster: "east" });
\`\`\``;
}
