import { asObject } from "../../../provider/schema";
import { Expression, quoted } from "./expression";

/** A plain value as TypeScript source, on one line. */
export function sourceText(value: unknown): string {
  if (value instanceof Expression) {
    return value.text;
  }
  if (Array.isArray(value)) {
    return `[${value.map(sourceText).join(", ")}]`;
  }
  const properties = asObject(value);
  if (properties === undefined) {
    return typeof value === "string" ? quoted(value) : JSON.stringify(value);
  }
  const entries = Object.entries(properties).filter(([, inner]) => inner !== undefined);
  return entries.length === 0
    ? "{}"
    : `{ ${entries.map(([key, inner]) => `${sourceKey(key)}: ${sourceText(inner)}`).join(", ")} }`;
}

/** The name of a property, in quotes where it must have them. */
export function sourceKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}
