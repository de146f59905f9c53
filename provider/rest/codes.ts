import type { SharedTrouble } from "./ontap-error";

/**
 * ONTAP's error codes that this package knows, each with what the reader can do about it.
 * Source: the error tables of the iSCSI services, credentials and sessions documents, and ONTAP's common table.
 */
const advice: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "4": "Check that the object exists on this array.",
    "6": "The login lacks the right to do this: give its role access to /api/protocols/san/iscsi and /api/svm/svms.",
    "7": "The array is short of a resource: try again later, or lower maxConcurrentRequests.",
    "1115127": "The cluster lacks an iSCSI licence: install one.",
    "262160": "The array is busy: try again, or lower maxConcurrentRequests.",
    "2621462": "Check the SVM's name or UUID, and that the host is the cluster that owns it.",
    "2621507": "Allow iSCSI for the SVM (vserver add-protocols) first.",
    "2621573": "The object is temporarily locked on the array: try again.",
    "2621706": "svm.name and svm.uuid name different SVMs: give one of them, or make them agree.",
    "2621707": "Give svm.name or svm.uuid.",
    "5373960": "Disable the service first (enabled: false).",
    "5373966": "The SVM serves NVMe; iSCSI needs an SVM of its own.",
    "5374077": "Set adopt: true to take the existing service over, or import it.",
    "5374078": "The SVM has no iSCSI service: create it first, or let the resource depend on it.",
    "5374081": "Change the state and the alias in two requests.",
    "5374142": "Set adopt: true to take the existing credential over, or import it.",
    "5374148": "The default credential cannot be deleted; only its authentication type can be changed.",
    "5374893": "Start the SVM first.",
    "5374895": "The credential is not there (any more).",
    "5376452":
      "On ASA r2 ONTAP makes the iSCSI service itself: set adopt: true to manage it; it cannot be created or deleted.",
    "6691623":
      "The login lacks the right to do this: give its role access to /api/protocols/san/iscsi and /api/svm/svms.",
  }),
);

/** What to do about one of ONTAP's codes; undefined where the documents give no hint. */
export function adviceFor(ontapCode: string): string | undefined {
  return advice.get(ontapCode);
}

/** Codes by which ONTAP refuses whatever is tried on the cluster, or on the SVM, alike. */
const SCOPES: ReadonlyMap<string, SharedTrouble["scope"]> = new Map([
  ["6", "cluster"],
  ["7", "cluster"],
  ["1115127", "cluster"],
  ["262160", "cluster"],
  ["6691623", "cluster"],
  ["2621462", "svm"],
  ["2621507", "svm"],
  ["5373966", "svm"],
  ["5374893", "svm"],
]);

/** Who meets the trouble that one of ONTAP's codes tells; undefined where it is the object's own. */
export function scopeOf(ontapCode: string): SharedTrouble["scope"] | undefined {
  return SCOPES.get(ontapCode);
}

/** Says that the SVM is not known to this array, which may also mean that it is the wrong array. */
export const SVM_UNKNOWN = "2621462";
/** Says that name and UUID mean different SVMs. */
export const SVMS_DIFFER = "2621706";
/** Says that the SVM has no iSCSI service. */
export const NO_SERVICE = "5374078";
/** Says that there is no such credential. */
export const NO_CREDENTIAL = "5374895";
/** ONTAP's general "entry doesn't exist". */
export const NO_ENTRY = "4";
/** Says that the SVM has an iSCSI service already. */
export const SERVICE_EXISTS = "5374077";
/** Says that the initiator has a credential already. */
export const CREDENTIAL_EXISTS = "5374142";
/** Says that the object has no performance samples. */
export const NO_METRICS = "8585947";
/** Says that this release of ONTAP lacks the call. */
export const NO_SUCH_CALL = "3";
/** Says that the object is locked for the moment. */
export const LOCKED = "2621573";
/** Says that services can be neither created nor deleted, since the array is an ASA r2. */
export const NOT_ON_ASA_R2 = "5376452";
