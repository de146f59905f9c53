import type { SharedTrouble } from "./ontap-error";

/** One of ONTAP's codes. */
interface KnownCode {
  /** What ONTAP says by it, as a clause. */
  readonly means: string;
  /** What the reader can do about it, in sentences; left out where there is nothing to do. */
  readonly advice?: string;
  /** Given where it has nothing to do with the object: whatever is tried there meets it. */
  readonly scope?: SharedTrouble["scope"];
}

const RENAMED = "Where the program only renamed the resource, declare its old name instead (aliases).";
const RIGHTS_ADVICE = "Give the login's role the access, to the path, that the message names.";

/**
 * ONTAP's error codes that this package knows, beyond those that a check gives for a property before any request.
 * Source: the error tables of the iSCSI services, credentials and sessions documents, and ONTAP's common table.
 */
export const knownCodes: ReadonlyMap<string, KnownCode> = new Map(
  Object.entries<KnownCode>({
    "3": { means: "this release of ONTAP lacks the call" },
    "4": { means: "no such object", advice: "Check that the object exists on this array." },
    "6": { means: "the login lacks a right", advice: RIGHTS_ADVICE, scope: "cluster" },
    "7": {
      means: "the array is short of a resource",
      advice: "The array is short of a resource: try again later, or lower maxConcurrentRequests.",
      scope: "cluster",
    },
    "1115127": {
      means: "no iSCSI licence",
      advice: "The cluster lacks an iSCSI licence: install one.",
      scope: "cluster",
    },
    "262160": {
      means: "the array is busy",
      advice: "The array is busy: try again, or lower maxConcurrentRequests.",
      scope: "cluster",
    },
    "2621462": {
      means: "the array does not know the SVM; it may be the wrong array, so nothing is treated as deleted",
      advice: "Check the SVM's name, which may have changed, or UUID, and that the host is the cluster that owns it.",
      scope: "svm",
    },
    "2621507": {
      means: "the SVM may not use iSCSI",
      advice: "Allow iSCSI for the SVM (vserver add-protocols) first.",
      scope: "svm",
    },
    "2621573": { means: "the object is locked", advice: "The object is temporarily locked on the array: try again." },
    "2621706": {
      means: "`svm.name` and `svm.uuid` mean different SVMs",
      advice: "svm.name and svm.uuid name different SVMs: give one of them, or make them agree.",
    },
    "2621707": { means: "no SVM is given", advice: "Give svm.name or svm.uuid." },
    "5373960": { means: "the service is still enabled", advice: "Disable the service first (enabled: false)." },
    "5373966": {
      means: "the SVM serves NVMe",
      advice: "The SVM serves NVMe; iSCSI needs an SVM of its own.",
      scope: "svm",
    },
    "5374077": {
      means: "the SVM has an iSCSI service already",
      advice: `Set adopt: true to adopt the existing service, or import it. ${RENAMED}`,
    },
    "5374078": {
      means: "the SVM has no iSCSI service",
      advice: "The SVM has no iSCSI service: create it first, or let the resource depend on it.",
    },
    "5374081": { means: "state and alias in one request", advice: "Change the state and the alias in two requests." },
    "5374142": {
      means: "the initiator has a credential already",
      advice: `Set adopt: true to adopt it, be it one that onRemove left denied, or import it. ${RENAMED}`,
    },
    "5374148": {
      means: "`default` cannot be deleted",
      advice: "The default credential cannot be deleted; only its authentication type can be changed.",
    },
    "5374893": { means: "the SVM is stopped", advice: "Start the SVM first.", scope: "svm" },
    "5374895": { means: "no such credential", advice: "The credential is not there (any more)." },
    "5376452": {
      means: "the array is an ASA r2",
      advice:
        "On ASA r2 ONTAP makes the iSCSI service itself: set adopt: true to manage it; it cannot be created or deleted.",
    },
    "6691623": { means: "the login lacks a right", advice: RIGHTS_ADVICE, scope: "cluster" },
    "8585947": { means: "the object has no performance samples" },
  }),
);

/** What to do about one of ONTAP's codes; undefined where the documents give no hint. */
export function adviceFor(ontapCode: string): string | undefined {
  return knownCodes.get(ontapCode)?.advice;
}

/** Who meets the trouble that one of ONTAP's codes tells; undefined where it is the object's own. */
export function scopeOf(ontapCode: string): SharedTrouble["scope"] | undefined {
  return knownCodes.get(ontapCode)?.scope;
}

/** Says, with HTTP 403, that the login's role does not allow the call. */
export const ACCESS_DENIED = "6";
/** Says the same with HTTP 400; with HTTP 401 that the login is not known. */
export const NOT_AUTHORIZED = "6691623";
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
