import type { OntapClient } from "../rest";
import { canonicalId } from "../schema/object-id";
import { canonical } from "../schema/property-map";
import type { CommonInputs, ObjectKey, ResourceDefinition } from "./definition";

/** Names a change for the permits: this object, to these inputs. */
export function changeSubject<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  key: ObjectKey,
  want: Inputs,
): string {
  return `${objectSubject(definition, ontap, key)} ${canonical(want)}`;
}

/** Names a deletion for the permits. */
export function deleteSubject<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  key: ObjectKey,
): string {
  return `${objectSubject(definition, ontap, key)} delete`;
}

/** Names an object on its array. */
export function objectSubject<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  key: ObjectKey,
): string {
  return `${ontap.origin} ${definition.type} ${idOf(definition, key)}`;
}

/** Names what objects of whatever SVM have in common that are called alike there: their type and their name. */
export function kinSubject<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  key: ObjectKey,
): string {
  return `${definition.type} ${idOf(definition, { ...key, svmUuid: "" })}`;
}

/** Names an SVM on its array. */
export function svmSubject(ontap: OntapClient, { svmUuid }: ObjectKey): string {
  return uuidKey(ontap, svmUuid);
}

/**
 * Names an SVM for what is shared by all who work on it: by its name and by its UUID, as far as they are known, since a
 * create may know only one of them. Whoever shares a key with another may mean the same SVM.
 */
export function svmKeys(
  ontap: OntapClient,
  { name, uuid }: { readonly name?: string | undefined; readonly uuid?: string | undefined },
): readonly string[] {
  return [
    ...(name === undefined ? [] : [`${ontap.origin} name ${name}`]),
    ...(uuid === undefined ? [] : [uuidKey(ontap, uuid)]),
  ];
}

function uuidKey(ontap: OntapClient, uuid: string): string {
  return `${ontap.origin} uuid ${uuid.toLowerCase()}`;
}

function idOf<Inputs extends CommonInputs, Wire>(definition: ResourceDefinition<Inputs, Wire>, key: ObjectKey): string {
  return canonicalId(definition.id(key));
}
