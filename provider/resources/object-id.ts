import type { ObjectKey } from "../lifecycle/definition";
import { OntapError } from "../rest";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const EXAMPLE_UUID = "19d04b8e-94d7-11e8-8370-005056b48fd2";

/** The key in the id of an object of which an SVM has one, `<svm.uuid>`. Throws `configuration` for any other text. */
export function svmKey(noun: string, id: string): ObjectKey {
  if (!UUID.test(id)) {
    throw malformed(noun, id, `<svm.uuid>, such as ${EXAMPLE_UUID}`);
  }
  return { svmUuid: id };
}

/** The key in the id of an initiator's object, `<svm.uuid>/<initiator>`. Throws `configuration` for any other text. */
export function initiatorKey(noun: string, id: string): ObjectKey {
  const slash = id.indexOf("/");
  const [svmUuid, initiator] = [id.slice(0, Math.max(slash, 0)), id.slice(slash + 1)];
  if (!UUID.test(svmUuid) || initiator === "") {
    throw malformed(noun, id, `<svm.uuid>/<initiator>, such as ${EXAMPLE_UUID}/default`);
  }
  return { svmUuid, name: initiator };
}

function malformed(noun: string, id: string, form: string): OntapError {
  return new OntapError({
    code: "configuration",
    operation: `tell which ${noun} the id ${JSON.stringify(id)} means`,
    reason: `such an id has the form ${form}`,
    hint: "Nothing was asked of the array. A resource that is recorded under a wrong id must be removed from the state (pulumi state delete) and imported again.",
  });
}
