import { type Field, type Fields, isLeaf } from "../record/fields";
import { camelName } from "../record/record";
import { unknownName, wrongArgument } from "./refusals";

/** A field, found by the name that programs give it. */
export interface NamedField {
  readonly wireName: string;
  readonly field: Field;
}

/** The names of fields in programs. Those that ONTAP never answers are none of them. */
export function namesOf(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, { writeOnly }]) => (writeOnly === true ? [] : [camelName(name)]));
}

/** The field of a name. Throws `configuration` where there is none to read; `path` is where it stands, with a dot. */
export function fieldNamed(noun: string, path: string, fields: Fields, name: string): NamedField {
  const found = Object.entries(fields).find(([wireName]) => camelName(wireName) === name);
  if (found === undefined) {
    throw unknownName(noun, path, name, namesOf(fields));
  }
  const [wireName, field] = found;
  if (field.writeOnly === true) {
    throw wrongArgument(noun, path + name, "ONTAP takes it but never shows it or compares with it");
  }
  return { wireName, field };
}

/** ONTAP's name of the field at the end of a dotted path. Throws as {@link fieldNamed}, of this argument. */
export function wirePath(noun: string, argument: string, fields: Fields, path: string): string {
  const found: string[] = [];
  let below: Fields = fields;
  let done = `${argument} `;
  for (const name of path.split(".")) {
    const { wireName, field } = fieldNamed(noun, done, below, name);
    found.push(wireName);
    below = isLeaf(field) ? {} : field.fields;
    done += `${name}.`;
  }
  return found.join(".");
}
