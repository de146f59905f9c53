import { type PropertyMap, withValuesAt } from "../../../provider/schema";
import type { PlannedResource } from "../plan";
import type { Expression } from "./expression";

/** An object's own arguments: the SVM is given apart from them, and each password is a secret of the configuration. */
export function row({ object, passwords }: PlannedResource, secretOf: (name: string) => Expression): PropertyMap {
  const { svm: _svm, ...own } = object.inputs;
  return withValuesAt(
    own,
    passwords.map(({ path, secret }) => ({ path, value: secretOf(secret) })),
  );
}
