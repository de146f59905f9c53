import type { Kind } from "../../../provider/inventory";
import { asObject, type PropertyMap } from "../../../provider/schema";
import { headOf, tableKey, tableOf } from "../kind-names";
import type { ImportPlan, PlannedResource, PlannedSvm } from "../plan";
import { Expression } from "./expression";
import { PROVIDER_NAME, providerText } from "./provider-object";
import { row } from "./row";
import { sourceKey, sourceText } from "./typescript-text";

/**
 * The program that declares what is imported: a table of SVMs with their objects, and one loop over it; with a
 * `connection`, through a provider object that reads these keys of the stack's configuration.
 */
export function typescriptProgram({ svms, cluster, provider }: ImportPlan, connection?: object): string {
  const kinds = [...new Set(svms.flatMap(({ resources }) => [...resources.keys()]))];
  const loop = new Loop(kinds, cluster, connection === undefined ? "" : `, { ${PROVIDER_NAME} }`);
  return `import * as pulumi from "@pulumi/pulumi";
import { ${imports(kinds, connection === undefined ? [] : ["Provider"]).join(", ")} } from "pulumi-ontap-iscsi";

// ${headOf(kinds, "a row")}

type Row<Args> = Omit<Args, "svm" | "cluster">;

interface Svm {
  svm: { name: string; uuid: string };
${kinds.map((kind) => `  ${member(kind)};`).join("\n")}
}
${cluster === undefined ? "" : `\nconst cluster = ${sourceText(cluster)};\n`}
const config = new pulumi.Config();
${connection === undefined ? "" : providerText(connection, provider?.name)}
const svms: Svm[] = [
${svms.map((svm) => svmText(svm, kinds)).join("")}];

for (const { svm, ${kinds.map(tableKey).join(", ")} } of svms) {
${kinds.map((kind) => loop.of(kind)).join("\n")}
}
`;
}

function imports(kinds: readonly Kind[], more: readonly string[]): readonly string[] {
  return [...more, ...kinds.flatMap(({ type }) => [type, `type ${type}Args`])].sort((a, b) =>
    bare(a) < bare(b) ? -1 : 1,
  );
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
  readonly #options: string;

  constructor(kinds: readonly Kind[], cluster: string | undefined, options: string) {
    const singles = kinds.filter(({ namedBy }) => namedBy === undefined);
    this.#singles = new Map(singles.map((kind) => [kind.noun, `${tableKey(kind)}OfSvm`]));
    this.#cluster = cluster === undefined ? "" : "cluster, ";
    this.#prefix = cluster === undefined ? "" : `\${cluster}/`;
    this.#options = options;
  }

  of(kind: Kind): string {
    const { type, noun, namedBy } = kind;
    const key = tableKey(kind);
    if (namedBy === undefined) {
      const name = `\`${this.#prefix}\${svm.name}\``;
      const made = `new ${type}(${name}, { ${this.#cluster}svm${this.#svmFrom(kind)}, ...${key} }${this.#options})`;
      return tableOf(kind) === undefined
        ? `  const ${this.#singles.get(noun)} = ${key} && ${made};`
        : `  if (${key}) {\n    ${made};\n  }`;
    }
    return `  for (const row of ${key}) {
    new ${type}(\`${this.#prefix}\${svm.name}/\${row.${namedBy}}\`, { ${this.#cluster}svm${this.#svmFrom(kind)}, ...row }${this.#options});
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
  const table = tableOf(kind);
  if (table !== undefined) {
    return resources.flatMap((resource) => tableText(table.property, row(resource, secretOf)));
  }
  if (kind.namedBy !== undefined) {
    return [
      `    ${tableKey(kind)}: [`,
      ...resources.map((resource) => `      ${sourceText(row(resource, secretOf))},`),
      "    ],",
    ];
  }
  return resources.map((resource) => `    ${tableKey(kind)}: ${sourceText(row(resource, secretOf))},`);
}

/** A table with a line for each of its rows. */
function tableText(property: string, { [property]: rows, ...rest }: PropertyMap): readonly string[] {
  return [
    "    table: {",
    ...Object.entries(rest).map(([key, value]) => `      ${sourceKey(key)}: ${sourceText(value)},`),
    `      ${property}: {`,
    ...Object.entries(asObject(rows) ?? {}).map(([name, value]) => `        ${sourceKey(name)}: ${sourceText(value)},`),
    "      },",
    "    },",
  ];
}

function secretOf(name: string): Expression {
  return new Expression(`config.requireSecret(${sourceText(name)})`);
}
