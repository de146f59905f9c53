import { type Fields, isLeaf } from "../record/fields";
import type { QueryValue } from "../rest";
import { fieldNamed, namesOf } from "./field-name";
import { plainValue } from "./plain-value";
import type { QueryNotation } from "./reader";
import { wrongArgument } from "./refusals";

/** Where the walk through a filter is: in programs and on the wire, with a dot. */
interface Place {
  readonly path: string;
  readonly wirePath: string;
}

/**
 * ONTAP's form of a filter, by wire name. Whether an object is an expression or holds filters follows from the declared
 * field alone. Throws `configuration` for what ONTAP would refuse.
 */
export function wireFilters(
  noun: string,
  fields: Fields,
  filter: object,
  notation: QueryNotation,
  { path, wirePath }: Place = { path: "", wirePath: "" },
): Record<string, QueryValue> {
  const filters: Record<string, QueryValue> = {};
  for (const [name, value] of Object.entries(filter)) {
    const { wireName, field } = fieldNamed(noun, path, fields, name);
    const argument = path + name;
    if (value === undefined) {
      continue;
    }
    if (isLeaf(field)) {
      const place = { noun, argument };
      filters[wirePath + wireName] =
        notation.expressionIn(value, field, place) ?? plainValue(place, field, value, notation);
      continue;
    }
    const names = namesOf(field.fields);
    if (typeof value !== "object" || value === null || Array.isArray(value) || notation.isMisplaced(value, names)) {
      throw wrongArgument(noun, argument, `an object is needed, with any of ${names.join(", ")}`);
    }
    const below = { path: `${argument}.`, wirePath: `${wirePath}${wireName}.` };
    Object.assign(filters, wireFilters(noun, field.fields, value, notation, below));
  }
  return filters;
}
