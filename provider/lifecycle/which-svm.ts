import { isRefusal, type OntapClient, OntapError } from "../rest";
import { NO_ENTRY, SVM_UNKNOWN } from "../rest/codes";
import { type SvmReference, sameSvm } from "../schema/svm";

/** An SVM as it is recorded: the reference that the program gave, and what ONTAP called it. */
export interface RecordedSvm {
  readonly given: SvmReference;
  readonly name: string | undefined;
  readonly uuid: string;
}

/**
 * Whether a reference means the recorded SVM; its UUID decides. Asks the array (one GET) only where the spelling
 * changed and the recorded name and UUID do not answer it. Throws where the array does not know the SVM, or where name
 * and UUID mean different ones (2621706): a replacement would delete first and fail then.
 */
export async function meansSame(ontap: OntapClient, recorded: RecordedSvm, wanted: SvmReference): Promise<boolean> {
  if (sameSvm(recorded.given, wanted) === true) {
    return true;
  }
  if (wanted.uuid === undefined) {
    return sameSvm({ uuid: recorded.uuid }, { uuid: await uuidOf(ontap, wanted.name ?? "") }) ?? false;
  }
  const same = sameSvm({ uuid: recorded.uuid }, { uuid: wanted.uuid }) ?? false;
  if (same && (wanted.name === undefined || wanted.name === recorded.name)) {
    return true;
  }
  const name = await nameOf(ontap, wanted.uuid);
  if (wanted.name !== undefined && wanted.name !== name) {
    throw new OntapError({
      code: "configuration",
      tried: `use svm.name "${wanted.name}" with svm.uuid ${wanted.uuid}`,
      outcome: `the SVM with that UUID is called ${name} (ONTAP 2621706)`,
      next: "Give one of the two, or make them agree.",
    });
  }
  return same;
}

/** The same question without the array, for what was just read: its name is as true as its UUID. */
export function meansJustRead(recorded: RecordedSvm, wanted: SvmReference): boolean {
  return (
    (wanted.uuid === undefined || sameSvm({ uuid: recorded.uuid }, { uuid: wanted.uuid }) === true) &&
    (wanted.name === undefined || wanted.name === recorded.name || wanted.name === recorded.given.name)
  );
}

/** UUID of the SVM of that name. Throws where the array knows none. */
export async function uuidOf(ontap: OntapClient, name: string): Promise<string> {
  const svm = await ontap.svms.find({ query: { name } });
  if (svm === undefined) {
    throw new OntapError({
      code: "not-found",
      tried: `find the SVM "${name}"`,
      outcome: `${ontap.origin} knows no SVM of that name, so it could not be told whether it is another one`,
      next: "Check the name, and that the host is the right cluster; create the SVM first if it is new.",
    });
  }
  return svm.uuid;
}

async function nameOf(ontap: OntapClient, uuid: string): Promise<string> {
  try {
    return (await ontap.svms.get(uuid, { fields: ["name"] })).name;
  } catch (cause) {
    if (!isRefusal(cause, NO_ENTRY, SVM_UNKNOWN)) {
      throw cause;
    }
    throw new OntapError({
      code: "not-found",
      tried: `find the SVM ${uuid}`,
      outcome: `${ontap.origin} knows no SVM with that UUID`,
      next: "Check the UUID, and that the host is the right cluster; create the SVM first if it is new.",
      cause,
    });
  }
}
