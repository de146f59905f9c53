import { type Draft, draft } from "./draft";
import type { AuditClient, AuditedObject, AuditOperation } from "./operation";
import { type AuditedRequest, auditedRequest } from "./request";
import { restDrafts } from "./rest-draft";
import { shellDrafts } from "./shell-line";
import type { AuditedObjects, Target } from "./target";

const OWN: AuditClient = "pulumi-ontap-iscsi";
const SYSTEM_MANAGER = /^smv?\d*$|^system[ -]?manager/i;
/** A call of ONTAPI that is no read, at the start of `input` or as an element. */
const ONTAPI = /(?:^|<)\s*iscsi-(?:initiator|service)-(?![a-z-]*\b(?:get|list|iter)\b)[a-z-]+/i;

/** What an entry says besides its `input`. */
export interface EntryContext {
  /** Name of the SVM that the operation was confined to. */
  readonly svmName: string | undefined;
}

/**
 * What the `input` of an entry did to the given objects; more than one operation for commands in one line. Understands calls of REST, of
 * the private CLI and of the shell, and takes a call of ONTAPI for one that may have done anything to what it names.
 * Never throws, and returns nothing of `input` itself.
 */
export function readOperations<Of extends AuditedObject>(
  input: string,
  { svmName }: EntryContext,
  objects: AuditedObjects<Of>,
): ReadonlyArray<AuditOperation<Of>> {
  const request = auditedRequest(input);
  const drafts = request === undefined ? shellOrOntapi(input) : restDrafts(request);
  const confined = (request && headerIn(request, "x-dot-svm-name")) ?? svmName;
  const client = request && clientOf(request);
  return drafts.flatMap(({ targets, reach, ...operation }) => {
    const found = new Set(targets.flatMap((target) => objects.named(within(target, confined), reach)));
    return found.size === 0 ? [] : [{ ...operation, ...(client === undefined ? {} : { client }), objects: [...found] }];
  });
}

function shellOrOntapi(input: string): readonly Draft[] {
  const drafts = shellDrafts(input);
  if (drafts.length > 0 || !ONTAPI.test(input)) {
    return drafts;
  }
  const initiator = /(?:iqn|eui)\.[\w.:-]+/i.exec(input)?.[0];
  const target = initiator === undefined ? {} : { initiator };
  const reach = /iscsi-service-/i.test(input) ? "service and credentials" : "credential";
  const given = { keys: [], fields: [], more: true };
  return [draft("an iSCSI operation of ONTAPI", "unknown", reach, [target], given)];
}

function within(target: Target, svmName: string | undefined): Target {
  return svmName === undefined || target.svmName !== undefined || target.svmUuid !== undefined
    ? target
    : { ...target, svmName };
}

function clientOf(request: AuditedRequest): AuditClient | undefined {
  const name = headerIn(request, "x-dot-client-app");
  return name === undefined ? undefined : name === OWN ? OWN : SYSTEM_MANAGER.test(name) ? "System Manager" : "other";
}

function headerIn({ headers }: AuditedRequest, name: string): string | undefined {
  const header = headers.find((one) => one.toLowerCase().startsWith(`${name}:`));
  return header?.slice(name.length + 1).trim();
}
