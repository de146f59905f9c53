import { type OntapClient, OntapError } from "../rest";
import { SVMS_DIFFER } from "../rest/codes";
import { type SvmReference, sameSvm } from "../schema/svm";
import type { SvmNames } from "./svm-names";

/** An SVM as it is recorded. */
export interface RecordedSvm {
  readonly uuid: string;
  /** The reference by which the program named it in the run before, which then meant that UUID. */
  readonly given: SvmReference | undefined;
}

/**
 * Whether a reference means the recorded SVM; its UUID decides. A recorded name is never looked up, since it may mean
 * another SVM today; one that the program has newly written is, once. Throws where the array does not know the SVM, or
 * where name and UUID mean different ones (2621706): a replacement would delete first and fail then.
 */
export async function refersTo(
  names: SvmNames,
  ontap: OntapClient,
  recorded: RecordedSvm,
  wanted: SvmReference,
): Promise<boolean> {
  const { given } = recorded;
  if (wanted.uuid === undefined) {
    const isRecorded = given?.name === wanted.name && wanted.name !== undefined;
    return isRecorded || sameUuid(recorded.uuid, await names.uuidOf(ontap, wanted.name ?? ""));
  }
  const same = sameUuid(recorded.uuid, wanted.uuid);
  const isRecordedPair = given?.name === wanted.name && given?.uuid !== undefined;
  if (same && (wanted.name === undefined || isRecordedPair)) {
    return true;
  }
  const name = await names.nameOf(ontap, wanted.uuid);
  if (wanted.name !== undefined) {
    requireAgreement(wanted, { uuid: wanted.uuid, name });
  }
  return same;
}

/** Throws where the program gives name and UUID of an SVM, and the array calls the SVM of that UUID otherwise. */
export function requireAgreement(given: SvmReference, actual: { readonly uuid: string; readonly name: string }): void {
  const { name, uuid } = given;
  if (name !== undefined && uuid !== undefined && (name !== actual.name || !sameUuid(uuid, actual.uuid))) {
    throw new OntapError({
      code: "configuration",
      operation: `use svm.name "${name}" with svm.uuid ${uuid}`,
      reason: `the SVM with that UUID is called ${actual.name} (ONTAP ${SVMS_DIFFER})`,
      ontapCode: SVMS_DIFFER,
      hint: "Give one of the two, or make them agree.",
    });
  }
}

/** True for the same UUID, in whatever case. */
export function sameUuid(a: string, b: string): boolean {
  return sameSvm({ uuid: a }, { uuid: b }) === true;
}
