import { fieldDoc } from "../../provider/record/field-doc";
import { type Field, type Fields, isLeaf, type Leaf, type Shape } from "../../provider/record/fields";
import { camelName } from "../../provider/record/record";

/** Width of a comment's text at the outermost level. */
const WIDTH = 114;

const LEAF_TYPES: Readonly<Record<Leaf["kind"], string>> = {
  text: "string",
  integer: "number",
  boolean: "boolean",
  timestamp: "string",
};

/** A doc comment of these paragraphs, wrapped; an example comes last, as it stands. */
export function docComment(paragraphs: readonly string[], example: readonly string[] = []): string {
  const text = paragraphs.flatMap((paragraph) => wrapped(paragraph));
  const all = example.length === 0 ? text : [...text, "", "@example", ...example];
  return all.length === 1
    ? `/** ${all[0]} */`
    : ["/**", ...all.map((line) => ` * ${line}`.trimEnd()), " */"].join("\n");
}

function wrapped(paragraph: string): string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** A noun with its article: `a session`, `an igroup`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}

/** The interface of such fields. */
export function interfaceOf(name: string, doc: string, fields: Fields): string {
  return `${docComment([doc])}\nexport interface ${name} {\n${membersOf(fields)}\n}`;
}

/** The named types inside such fields, each once, inner ones first. */
export function namedShapes(fields: Fields): ReadonlyMap<string, Shape> {
  const found = new Map<string, Shape>();
  for (const field of Object.values(fields)) {
    if (!isLeaf(field)) {
      for (const [name, shape] of [...namedShapes(field.fields)]) {
        found.set(name, shape);
      }
      if (field.typeName !== undefined) {
        found.set(field.typeName, field);
      }
    }
  }
  return found;
}

function membersOf(fields: Fields): string {
  return Object.entries(fields)
    .filter(([, { writeOnly }]) => writeOnly !== true)
    .map(
      ([name, field]) =>
        `${docComment([fieldDoc(field)])}\nreadonly ${camelName(name)}${field.always === true ? "" : "?"}: ${typeOf(field)};`,
    )
    .join("\n");
}

/** A field's type in TypeScript. */
export function typeOf(field: Field): string {
  if (isLeaf(field)) {
    return field.values?.map((value) => JSON.stringify(value)).join(" | ") ?? LEAF_TYPES[field.kind];
  }
  const inner = field.typeName ?? `{\n${membersOf(field.fields)}\n}`;
  return field.kind === "list" ? `ReadonlyArray<${inner}>` : inner;
}
