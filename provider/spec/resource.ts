import type { CommonInputs, ObjectKey, ResourceDefinition } from "../lifecycle/definition";
import type { Failure } from "../schema/failure";
import { asObject, compact, type PropertyMap, textAt } from "../schema/property-map";
import { isUnknown } from "../schema/unknown";
import { ajvSchema } from "./ajv-schema";
import { idOf, keyIn } from "./identity";
import { inRecordedOrder } from "./list-order";
import { observedValues } from "./observed";
import { defaultOf, fieldsOf, type Properties, replacingProperties, type ValuesOf } from "./property";
import { withoutSecrets } from "./secrets";
import { structureCheck } from "./structure-check";
import { valueReader } from "./values";

/** Arguments of a resource, checked and normalized. */
export type InputsOf<Ps extends Properties> = ValuesOf<Ps> & CommonInputs;

/** What follows from the declared properties, and so is said in no resource. */
type Derived =
  | "failures"
  | "normalised"
  | "inputs"
  | "replacedBy"
  | "withoutSecrets"
  | "computed"
  | "fields"
  | "id"
  | "key"
  | "keyOf"
  | "keyOn"
  | "observed"
  | "properties";

/** A resource as its file declares it, next to its properties. */
export interface ResourceDeclaration<Inputs extends CommonInputs, Wire>
  extends Omit<ResourceDefinition<Inputs, Wire>, Derived> {
  /** What is wrong with arguments together, beyond what is declared of each. `recorded` are those of the last run. */
  rules(news: PropertyMap, recorded: PropertyMap): readonly Failure[];
  /**
   * Values in the notation in which they are kept, where that is not the program's: gets the arguments without what is
   * empty, and answers those that change.
   */
  notation?(compacted: PropertyMap, news: PropertyMap, recorded: PropertyMap): PropertyMap;
  /** What the object's arguments would be as it stands, for those where that is more than the value of a field. */
  observed?(wire: Wire, recorded: Inputs | undefined): Partial<{ [K in keyof Inputs]: Inputs[K] | undefined }>;
}

/** A resource from its declaration: one value against which the life of all resources is written. */
export function resource<Ps extends Properties, Wire>(
  properties: Ps,
  { rules, notation, observed, ...declared }: ResourceDeclaration<InputsOf<Ps>, Wire>,
): ResourceDefinition<InputsOf<Ps>, Wire> {
  const structure = structureCheck(ajvSchema(properties));
  const inputs = valueReader<InputsOf<Ps>>(declared.noun, properties);
  const { namedBy } = declared;
  return {
    ...declared,
    properties,
    replacedBy: replacingProperties(properties),
    fields: [
      ...new Set([
        ...fieldsOf(properties, namedBy?.property),
        ...Object.values(declared.outputs).map(({ field }) => field),
      ]),
    ],
    failures: (news, recorded) => [...structure(news), ...rules(news, recorded)],
    normalised(news, recorded) {
      const given = compact(news);
      const values = { ...given, ...defaultsAndWords(properties, news), ...notation?.(given, news, recorded) };
      return inRecordedOrder(properties, values, recorded);
    },
    inputs,
    withoutSecrets: (values) => inputs(withoutSecrets(properties, asObject(values) ?? {})),
    id: idOf,
    key: (id) => keyIn(declared.noun, id, namedBy),
    keyOn: (svmUuid, values) => keyWith(svmUuid, nameIn(asObject(values), namedBy?.property)),
    keyOf(wire) {
      const row = asObject(wire);
      return keyWith(textAt(row, "svm", "uuid") ?? "", nameIn(row, namedBy && properties[namedBy.property]?.field));
    },
    observed(wire, recorded) {
      const before = asObject(recorded);
      const values = observedValues(properties, asObject(wire), before, namedBy?.property);
      return inputs(inRecordedOrder(properties, { ...values, ...observed?.(wire, recorded) }, before));
    },
    computed(wire) {
      const row = asObject(wire);
      const outputs = Object.entries(declared.outputs).flatMap(
        ([name, { field }]): readonly (readonly [string, string])[] => {
          const value = textAt(row, ...field.split("."));
          return value ? [[name, value]] : [];
        },
      );
      return {
        svmName: textAt(row, "svm", "name") ?? "",
        svmUuid: textAt(row, "svm", "uuid") ?? "",
        ...Object.fromEntries(outputs),
      };
    },
  };
}

function keyWith(svmUuid: string, name: string | undefined): ObjectKey {
  return name === undefined ? { svmUuid } : { svmUuid, name };
}

/** The name of an object by its dotted path; undefined where an SVM has one object of the kind. */
function nameIn(values: PropertyMap | undefined, path: string | undefined): string | undefined {
  return path === undefined ? undefined : (textAt(values, ...path.split(".")) ?? "");
}

/** Defaults of what is absent, and words that are taken in any case in lower case. */
function defaultsAndWords(properties: Properties, news: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]): readonly (readonly [string, unknown])[] => {
      const value = news[name] ?? undefined;
      const usual = defaultOf(property);
      if (value === undefined) {
        return usual === undefined ? [] : [[name, usual]];
      }
      const isWord = property.type === "string" && property.values !== undefined;
      return isWord && typeof value === "string" && !isUnknown(value) ? [[name, value.toLowerCase()]] : [];
    }),
  );
}
