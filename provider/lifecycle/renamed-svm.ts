import { type OntapClient, OntapError } from "../rest";
import { SVM_UNKNOWN, SVMS_DIFFER } from "../rest/codes";
import type { SvmReference } from "../schema/svm";
import { PartialFailure } from "./partial-failure";
import type { SvmNames } from "./svm-names";

/** Where a program's author finds what a renamed SVM asks of a program. */
export const RENAMING_AN_SVM = "docs/renaming-an-svm.md";

/**
 * An error that says of an SVM's name that the array does not know it, or knows it for another SVM, told as a rename
 * where it is one: the stack has recorded which UUID was meant by the name, and the array how that SVM is called now
 * (one GET for each SVM). Any other error stays what it is.
 */
export async function explainedByRename(
  names: SvmNames,
  ontap: OntapClient,
  { name }: SvmReference,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof OntapError) || error instanceof PartialFailure || name === undefined || !isAboutName(error)) {
    return error;
  }
  const uuid = names.recordedUuid(ontap, name);
  const current = uuid === undefined ? undefined : await names.nameOf(ontap, uuid).catch(() => undefined);
  if (uuid === undefined || current === undefined || current === name) {
    return error;
  }
  const reason = `the SVM ${name}, which the stack records by its UUID ${uuid}, is now called ${current}`;
  return new OntapError({
    code: error.code,
    operation: error.operation,
    reason: error.ontapCode === undefined ? reason : `${reason} (ONTAP ${error.ontapCode})`,
    hint: `Write the new name where the program has the old one, which replaces nothing; see ${RENAMING_AN_SVM}.`,
    ...(error.status === undefined ? {} : { status: error.status }),
    ...(error.ontapCode === undefined ? {} : { ontapCode: error.ontapCode }),
    shared: { scope: "svm", reason },
    cause: error,
  });
}

function isAboutName({ code, ontapCode }: OntapError): boolean {
  return code === "not-found" || ontapCode === SVM_UNKNOWN || ontapCode === SVMS_DIFFER;
}
