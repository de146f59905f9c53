import { asObject, canonical, type PropertyMap } from "../schema/property-map";
import type { ListProperty, Properties } from "./property";

/** The values, with each list in its recorded order where it holds the same items: order means nothing in a list. */
export function inRecordedOrder(
  properties: Properties,
  values: PropertyMap,
  recorded: PropertyMap | undefined,
): PropertyMap {
  const kept = Object.entries(properties).flatMap(([name, property]) => {
    const [value, before] = [values[name], recorded?.[name]];
    return property.type === "list" && Array.isArray(value) && Array.isArray(before) && same(property, value, before)
      ? [[name, before] as const]
      : [];
  });
  return kept.length === 0 ? values : { ...values, ...Object.fromEntries(kept) };
}

function same(list: ListProperty, a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && canonical(sorted(list, a)) === canonical(sorted(list, b));
}

/** The items by what is declared of them, since ONTAP shows more. */
function sorted({ items }: ListProperty, values: readonly unknown[]): readonly string[] {
  return values
    .map((value) => {
      const item = asObject(value);
      return canonical(item && Object.keys(items.properties).map((name) => item[name] ?? null));
    })
    .sort();
}
