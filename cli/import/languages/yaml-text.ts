import { asObject } from "../../../provider/schema";
import { Expression, quoted } from "./expression";

/**
 * A value as the lines of a Pulumi YAML program, from behind the colon or hyphen of what it belongs to, which stands at
 * that indent. Pulumi reads `$$` as a dollar sign and `${` as the beginning of a reference, in any string.
 */
export function yamlText(value: unknown, indent: number): string {
  const inner = indent + 2;
  const pad = " ".repeat(inner);
  if (value instanceof Expression) {
    return ` ${value.text}`;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? " []" : value.map((item) => `\n${pad}-${asItem(yamlText(item, inner))}`).join("");
  }
  const properties = asObject(value);
  if (properties === undefined) {
    return ` ${typeof value === "string" ? yamlString(value) : JSON.stringify(value)}`;
  }
  const entries = Object.entries(properties).filter(([, item]) => item !== undefined);
  return entries.length === 0
    ? " {}"
    : entries.map(([key, item]) => `\n${pad}${keyText(key)}:${yamlText(item, inner)}`).join("");
}

/** A string, always in quotes, so that none is a number, a boolean or a date. */
export function yamlString(text: string): string {
  return quoted(text.replaceAll("$", "$$$$"));
}

/** A reference to what the program or the configuration has under that name, which holds neither quotes nor brackets. */
export function yamlReference(name: string, ...path: readonly string[]): Expression {
  const root = name.includes(".") ? `["${name}"]` : name;
  return new Expression(`'\${${[root, ...path].join(".")}}'`);
}

function keyText(key: string): string {
  return /^[A-Za-z]+$/.test(key) ? key : quoted(key);
}

/** The first line of an object that is an item of a list stands behind its hyphen. */
function asItem(text: string): string {
  return text.startsWith("\n") ? ` ${text.trimStart()}` : text;
}
