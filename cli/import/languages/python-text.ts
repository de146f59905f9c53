import { asObject } from "../../../provider/schema";
import { Expression, quoted } from "./expression";

/** A plain value as Python source, on one line; keys of objects are named as the SDK for Python names them. */
export function pythonText(value: unknown): string {
  if (value instanceof Expression) {
    return value.text;
  }
  if (Array.isArray(value)) {
    return `[${value.map(pythonText).join(", ")}]`;
  }
  const properties = asObject(value);
  if (properties !== undefined) {
    const entries = Object.entries(properties).filter(([, inner]) => inner !== undefined);
    return `{${entries.map(([key, inner]) => `${quoted(pythonName(key))}: ${pythonText(inner)}`).join(", ")}}`;
  }
  return typeof value === "string"
    ? quoted(value)
    : value === true
      ? "True"
      : value === false
        ? "False"
        : number(value);
}

/** `initiatorAddress` as `initiator_address`. */
export function pythonName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function number(value: unknown): string {
  return value === null || value === undefined ? "None" : JSON.stringify(value);
}
