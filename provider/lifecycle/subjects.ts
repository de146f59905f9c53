import type { OntapClient } from "../rest";
import { canonical } from "../schema/bag";
import { canonicalId } from "../schema/object-id";
import type { CommonInputs, ObjectKey, ResourceDefinition } from "./definition";

/** Names a change for the permits: this object, to these inputs. */
export function changeSubject<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  key: ObjectKey,
  want: Inputs,
): string {
  return `${definition.type} ${idOf(definition, key)} ${canonical(want)}`;
}

/** Names a deletion for the permits. */
export function deleteSubject<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  key: ObjectKey,
): string {
  return `${definition.type} ${idOf(definition, key)} delete`;
}

/** Names an object on its array. */
export function objectSubject<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  key: ObjectKey,
): string {
  return `${ontap.origin} ${definition.type} ${idOf(definition, key)}`;
}

/** Names an SVM on its array. */
export function svmSubject(ontap: OntapClient, { svmUuid }: ObjectKey): string {
  return `${ontap.origin} ${svmUuid}`;
}

/** Names an SVM for the lock that changes on it share: by its name, which a create may know alone, else by its UUID. */
export function lockSubject(
  ontap: OntapClient,
  { name, uuid }: { readonly name?: string | undefined; readonly uuid?: string | undefined },
): string {
  return `${ontap.origin} ${name ?? uuid}`;
}

function idOf<Inputs extends CommonInputs, Wire>(definition: ResourceDefinition<Inputs, Wire>, key: ObjectKey): string {
  return canonicalId(definition.id(key));
}
