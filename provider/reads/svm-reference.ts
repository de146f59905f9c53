import { type OntapClient, OntapError } from "../rest";
import { argumentsOf, checkNames } from "./read-arguments";
import { wrongArgument } from "./refusals";

/** A reference to an SVM, checked: its name, its UUID, or both; with both the UUID decides, since an SVM can be renamed. */
export type CheckedSvm =
  | { readonly name?: string; readonly uuid: string }
  | { readonly name: string; readonly uuid?: never };

/** The argument `svm`, checked. Throws `configuration`. */
export function svmReference(noun: string, value: unknown): CheckedSvm {
  const svm = argumentsOf(noun, value ?? {});
  checkNames(noun, svm, ["name", "uuid"], "svm.");
  const [name, uuid] = [svm.name ?? "", svm.uuid ?? ""];
  if (typeof name !== "string" || typeof uuid !== "string") {
    throw wrongArgument(noun, "svm", "its name and uuid must be texts");
  }
  if (uuid !== "") {
    return { uuid, ...(name === "" ? {} : { name }) };
  }
  if (name === "") {
    throw wrongArgument(noun, "svm", "its name or uuid is needed");
  }
  return { name };
}

/** The SVM's UUID, looked up where only the name is given. Throws `not-found` for a name that the array does not know. */
export async function svmUuid(client: OntapClient, svm: CheckedSvm): Promise<string> {
  if (svm.uuid !== undefined) {
    return svm.uuid;
  }
  const found = await client.svms.find({ query: { name: svm.name }, fields: ["uuid"] });
  if (found === undefined) {
    throw new OntapError({
      code: "not-found",
      operation: `find the ${describeSvm(svm)}`,
      reason: "the array does not know it",
      hint: "Check the name, and that the host is the cluster that owns the SVM.",
    });
  }
  return found.uuid;
}

/** An SVM as messages name it. */
export function describeSvm(svm: CheckedSvm): string {
  return svm.name === undefined ? `SVM ${svm.uuid}` : `SVM ${JSON.stringify(svm.name)}`;
}
