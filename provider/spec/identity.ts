import type { ObjectKey } from "../lifecycle/definition";
import { OntapError } from "../rest";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const EXAMPLE_UUID = "19d04b8e-94d7-11e8-8370-005056b48fd2";

/** Which property names an object among those of its kind on an SVM. */
export interface NamedBy {
  readonly property: string;
  /** A name, for messages. */
  readonly example: string;
}

/** The id of an object: `<svm.uuid>`, or `<svm.uuid>/<name>` where an SVM has several of its kind. */
export function idOf({ svmUuid, name }: ObjectKey): string {
  return name === undefined ? svmUuid : `${svmUuid}/${name}`;
}

/** The key in such an id. Throws `configuration` for any other text. */
export function keyIn(noun: string, id: string, namedBy: NamedBy | undefined): ObjectKey {
  if (namedBy === undefined) {
    return UUID.test(id) ? { svmUuid: id } : malformed(noun, id, `<svm.uuid>, such as ${EXAMPLE_UUID}`);
  }
  const slash = id.indexOf("/");
  const [svmUuid, name] = [id.slice(0, Math.max(slash, 0)), id.slice(slash + 1)];
  return UUID.test(svmUuid) && name !== ""
    ? { svmUuid, name }
    : malformed(noun, id, `<svm.uuid>/<${namedBy.property}>, such as ${EXAMPLE_UUID}/${namedBy.example}`);
}

function malformed(noun: string, id: string, form: string): never {
  throw new OntapError({
    code: "configuration",
    operation: `tell which ${noun} the id ${JSON.stringify(id)} means`,
    reason: `such an id has the form ${form}`,
    hint: "Nothing was asked of the array. A resource that is recorded under a wrong id must be removed from the state (pulumi state delete) and imported again.",
  });
}
