import type { Kind } from "../../provider/inventory";
import { type PropertyMap, withValueAt } from "../../provider/schema";
import { tableKey } from "./kind-names";
import type { ImportPlan, PlannedResource, PlannedSvm } from "./plan";
import { Expression, sourceText } from "./source-text";

/** The program that declares what is imported: a table of SVMs with their objects, and one loop over it. */
export function program({ svms, cluster }: ImportPlan): string {
  const kinds = [...new Set(svms.flatMap(({ resources }) => [...resources.keys()]))];
  const loop = new Loop(kinds, cluster);
  return `import * as pulumi from "@pulumi/pulumi";
import { ${imports(kinds).join(", ")} } from "pulumi-ontap-iscsi";

// Written by \`ontap-iscsi import\`, and yours from here on: a row is a resource, and editing it changes that one.

type Row<Args> = Omit<Args, "svm" | "cluster">;

interface Svm {
  svm: { name: string; uuid: string };
${kinds.map((kind) => `  ${member(kind)};`).join("\n")}
}
${cluster === undefined ? "" : `\nconst cluster = ${sourceText(cluster)};\n`}
const config = new pulumi.Config();

const svms: Svm[] = [
${svms.map((svm) => svmText(svm, kinds)).join("")}];

for (const { svm, ${kinds.map(tableKey).join(", ")} } of svms) {
${kinds.map((kind) => loop.of(kind)).join("\n")}
}
`;
}

function imports(kinds: readonly Kind[]): readonly string[] {
  return kinds.flatMap(({ type }) => [type, `type ${type}Args`]).sort((a, b) => (bare(a) < bare(b) ? -1 : 1));
}

function bare(name: string): string {
  return name.replace(/^type /, "");
}

function member(kind: Kind): string {
  const { type, namedBy } = kind;
  return namedBy === undefined
    ? `${tableKey(kind)}?: Row<${type}Args>`
    : `${tableKey(kind)}: (Row<${type}Args> & { ${namedBy}: string })[]`;
}

/** The lines that make the resources of an SVM. */
class Loop {
  readonly #singles: ReadonlyMap<string, string>;
  readonly #cluster: string;
  readonly #prefix: string;

  constructor(kinds: readonly Kind[], cluster: string | undefined) {
    const singles = kinds.filter(({ namedBy }) => namedBy === undefined);
    this.#singles = new Map(singles.map((kind) => [kind.noun, `${tableKey(kind)}OfSvm`]));
    this.#cluster = cluster === undefined ? "" : "cluster, ";
    this.#prefix = cluster === undefined ? "" : `\${cluster}/`;
  }

  of(kind: Kind): string {
    const { type, noun, namedBy } = kind;
    const key = tableKey(kind);
    if (namedBy === undefined) {
      const made = this.#singles.get(noun);
      const name = `\`${this.#prefix}\${svm.name}\``;
      return `  const ${made} = ${key} && new ${type}(${name}, { ${this.#cluster}svm, ...${key} });`;
    }
    return `  for (const row of ${key}) {
    new ${type}(\`${this.#prefix}\${svm.name}/\${row.${namedBy}}\`, { ${this.#cluster}svm${this.#svmFrom(kind)}, ...row });
  }`;
  }

  /** From what it needs, where the program has that: it then comes after it, and goes before it. */
  #svmFrom({ needs }: Kind): string {
    const first = needs === undefined ? undefined : this.#singles.get(needs);
    return first === undefined ? "" : `: ${first}?.svm ?? svm`;
  }
}

function svmText({ svm, resources }: PlannedSvm, kinds: readonly Kind[]): string {
  return [
    "  {",
    `    svm: ${sourceText(svm)},`,
    ...kinds.flatMap((kind) => ofKind(kind, resources.get(kind) ?? [])),
    "  },\n",
  ].join("\n");
}

function ofKind(kind: Kind, resources: readonly PlannedResource[]): readonly string[] {
  if (kind.namedBy !== undefined) {
    return [
      `    ${tableKey(kind)}: [`,
      ...resources.map((resource) => `      ${sourceText(row(resource))},`),
      "    ],",
    ];
  }
  return resources.map((resource) => `    ${tableKey(kind)}: ${sourceText(row(resource))},`);
}

/** An object's own arguments: the SVM is given above them, and each password is a secret of the configuration. */
function row({ object, passwords }: PlannedResource): PropertyMap {
  const { svm: _svm, ...own } = object.inputs;
  return passwords.reduce<PropertyMap>(
    (all, { path, secret }) => withValueAt(all, path, new Expression(`config.requireSecret(${sourceText(secret)})`)),
    own,
  );
}
