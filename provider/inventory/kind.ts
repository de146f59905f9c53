import { type Comparison, compare } from "../lifecycle/compare";
import type { CommonInputs, ResourceDefinition } from "../lifecycle/definition";
import { existenceUnknown, isDeleted } from "../lifecycle/gone";
import { objectsById } from "../lifecycle/objects-by-id";
import type { ProviderContext } from "../lifecycle/provider-context";
import { type TableWire, tablesOf } from "../lifecycle/table/table-wire";
import type { ResourceType } from "../resources";
import { isApiError, type OntapClient, OntapError, type QueryExpression } from "../rest";
import { NO_SERVICE, SVM_UNKNOWN } from "../rest/codes";
import { type PropertyMap, textAt } from "../schema/property-map";
import { secretsIn } from "../spec/secrets";
import { type Cause, causeOfObject } from "./cause";
import { type FoundObject, foundObject } from "./found-object";
import { type MalformedRow, malformedRow } from "./malformed-row";
import { strangersIn } from "./strangers";

/** A kind of object, for commands that look at an array without the engine. */
export interface Kind {
  /** Name of the resource class. */
  readonly type: ResourceType;
  /** Singular, for messages: `iSCSI service`. */
  readonly noun: string;
  /** The argument that names an object, where an SVM has several of the kind. */
  readonly namedBy: string | undefined;
  /** Noun of the kind of object that must be there first. */
  readonly needs: string | undefined;
  /** Where in the arguments the secrets are. */
  readonly secrets: ReadonlyArray<readonly string[]>;
  /** Id of the object that ONTAP makes itself on an SVM which has what the kind needs. */
  builtInId(svmUuid: string): string | undefined;
  /** UUID of the SVM of an object, by the object's id. Throws `configuration` for any other string. */
  svmUuid(id: string): string;
  /** Paths of recorded properties that ONTAP never shows. */
  unreadableProperties(outputs: PropertyMap): readonly string[];
  /** All objects of the kind on a cluster, or on the SVMs whose name matches; one list. */
  survey(ontap: OntapClient, svmNames?: QueryExpression): Promise<Survey>;
}

/** What a list of all objects of one kind says. */
export interface Survey {
  readonly found: readonly FoundObject[];
  /** Rows that could not be read, and are therefore not in `found`. */
  readonly malformed: readonly MalformedRow[];
  /**
   * How a recorded object stands; without recorded outputs, whether it is there at all. One that the list lacks, or whose row could not be read, is asked for by itself,
   * since a list that ended early proves nothing.
   */
  assess(id: string, outputs: PropertyMap | undefined, env: ProviderContext["env"]): Promise<Verdict>;
  /**
   * How a recorded table of such objects stands, its rows apart: changed by what is on its SVM and not to be there. It is
   * there where the object is that ONTAP makes itself, which is asked for where the list lacks it.
   */
  assessTable(id: string, outputs: PropertyMap, env: ProviderContext["env"]): Promise<Verdict>;
}

/** What became of a recorded object. `reason` is a sentence, or a clause where it is gone. */
export type Verdict =
  | { readonly status: "there"; readonly comparison: Comparison; readonly svmName: string }
  | { readonly status: "gone"; readonly reason: string }
  | { readonly status: "unknown"; readonly reason: string; readonly cause: Cause };

const UNCOMPARED: Comparison = { changes: [], renames: [] };

/** A resource's definition as a {@link Kind}; `table` is that of many such objects in one. */
export function kindOf<Inputs extends CommonInputs, Wire, Table extends CommonInputs>(
  type: ResourceType,
  definition: ResourceDefinition<Inputs, Wire>,
  table?: ResourceDefinition<Table, TableWire<Wire>>,
): Kind {
  const secrets = secretsIn(definition.properties);
  const builtInId = (svmUuid: string) =>
    definition.builtIn && definition.id({ svmUuid, name: definition.builtIn.name });
  return {
    type,
    noun: definition.noun,
    namedBy: definition.namedBy?.property,
    needs: definition.needs?.noun,
    secrets,
    builtInId,
    svmUuid: (id) => definition.key(id).svmUuid,
    // No GET shows a secret, and every other property is one that some field shows.
    unreadableProperties: (outputs) => secrets.flatMap((path) => (textAt(outputs, ...path) ? [path.join(".")] : [])),
    async survey(ontap, svmNames) {
      const malformed: MalformedRow[] = [];
      const onMalformed = (row: unknown) => void malformed.push(malformedRow(definition, row));
      const wires = await definition.list(ontap, { svmNames, onMalformed });
      const objects = objectsById(definition, wires);
      let tables: ReadonlyMap<string, TableWire<Wire>> | undefined;
      const assess: Survey["assess"] = async (id, outputs, env) => {
        try {
          const wire = objects.find(id) ?? (await definition.get(ontap, definition.key(id)));
          return {
            status: "there",
            comparison: outputs === undefined ? UNCOMPARED : compare(definition, outputs, wire),
            svmName: definition.computed(wire).svmName,
          };
        } catch (error) {
          return verdictOf(env, definition, id, error);
        }
      };
      return {
        found: [...objects.all].map(([id, wire]) => foundObject(definition, id, wire)),
        malformed,
        assess,
        async assessTable(id, outputs, env) {
          const { svmUuid } = table?.key(id) ?? definition.key(id);
          const verdict = await assess(builtInId(svmUuid) ?? id, undefined, env);
          tables ??= new Map(tablesOf(definition, wires).map((one) => [one.svm.uuid, one]));
          const found = tables.get(svmUuid);
          const changes = found && table && verdict.status === "there" ? strangersIn(table, outputs, found) : [];
          return verdict.status === "there" ? { ...verdict, comparison: { changes, renames: [] } } : verdict;
        },
      };
    },
  };
}

function verdictOf<Inputs extends CommonInputs, Wire>(
  env: ProviderContext["env"],
  definition: ResourceDefinition<Inputs, Wire>,
  id: string,
  error: unknown,
): Verdict {
  if (!(error instanceof OntapError)) {
    throw error;
  }
  if (isDeleted(env, definition, id, error)) {
    return { status: "gone", reason: goneReason(definition.noun, error) };
  }
  const told = existenceUnknown(definition.noun, id, error);
  const { message, hint } = told instanceof OntapError ? told : error;
  const svmUuid = isApiError(error, SVM_UNKNOWN) ? definition.key(id).svmUuid : undefined;
  return { status: "unknown", reason: message, cause: causeOfObject(error, hint, svmUuid) };
}

/** ONTAP answers a GET of what is gone with an error; to who asks whether it is there, that is no refusal. */
function goneReason(noun: string, error: OntapError): string {
  const what = isApiError(error, SVM_UNKNOWN)
    ? "the array does not know its SVM, and ONTAP_DELETED_SVMS says that it was deleted"
    : isApiError(error, NO_SERVICE)
      ? "the SVM has no iSCSI service"
      : `the array has no such ${noun}`;
  return `${what} (code ${error.ontapCode})`;
}
