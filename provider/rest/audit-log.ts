import { integer, object, text, timestamp } from "../record/fields";
import { record } from "../record/record";
import type { WireOf } from "../record/types";
import type { AuditedObject, AuditOperation } from "./audit/operation";
import { readOperations } from "./audit/read-operations";
import { AuditedObjects } from "./audit/target";
import type { Exchange } from "./call";
import { ACCESS_DENIED, NOT_AUTHORIZED } from "./codes";
import { isApiError } from "./ontap-error";
import { pages } from "./paging";
import { queryString } from "./query";

/** Most entries of a trail. */
const MOST_ENTRIES = 10_000;
/** Seconds that ONTAP may spend on looking for them. */
const RETURN_TIMEOUT_S = 30;
/**
 * What `input` must hold: the word in the cases that people write, a name of an initiator, where the word may be
 * abbreviated, or what deletes an SVM with all that it has.
 */
const MAY_CONCERN_US = [
  ...["*iscsi*", "*ISCSI*", "*iSCSI*", "*Iscsi*", "*iqn.*", "*IQN.*", "*eui.*", "*EUI.*"],
  ...["DELETE*/svm/svms*", "*vserver*del*", "*VSERVER*DEL*"],
].join("|");

const RIGHT =
  "Give the role of a login of the cluster readonly on /api/security/audit/messages; a login of an SVM cannot read it (docs/security.md).";

const message = record({
  path: "/api/security/audit/messages",
  noun: "entry of the audit log",
  doc: "An operation that somebody asked the cluster for.",
  source: '"security_audit_log" in ONTAP\'s security audit document',
  keys: ["timestamp", "node.name", "index"],
  fields: {
    timestamp: timestamp({ doc: "When.", always: true }),
    index: integer({ doc: "Tells entries of one time apart." }),
    user: text({ doc: "Who." }),
    application: text({ doc: "How it came in, such as `http` or `ssh`." }),
    location: text({ doc: "Address of the client." }),
    input: text({ doc: "The operation, with all that was given to it." }),
    svm: object({ doc: "SVM that it was confined to.", fields: { name: text({ doc: "Name." }) } }),
  },
});

type WireAuditMessage = WireOf<typeof message.fields>;

/** An operation, and who asked for it. Nothing of what was given to it is in it. */
export interface AuditEntry<Of extends AuditedObject> {
  /** ISO 8601 in UTC, by the array's clock. */
  readonly time: string;
  readonly user: string | undefined;
  /** Such as `http`, `ssh` or `console`. */
  readonly application: string | undefined;
  /** Address of the client. */
  readonly address: string | undefined;
  readonly operation: AuditOperation<Of>;
}

/** Entries of the audit log about some objects. */
export interface AuditTrail<Of extends AuditedObject> {
  /** The newest first. */
  readonly entries: ReadonlyArray<AuditEntry<Of>>;
  /** False where older entries were not read: there were too many, or ONTAP took too long. */
  readonly isWhole: boolean;
  /** Time of the oldest entry that was read, about these objects or not; undefined where none was. */
  readonly readBackTo: string | undefined;
}

/** The cluster's audit log. What it says was given to an operation, such as a password, is never passed on. */
export interface AuditLog {
  /**
   * The successful operations since a time that can have changed some of the objects. One request, which is not repeated;
   * at most 10,000 entries. An account of one SVM is refused (403, code 6).
   */
  trail<Of extends AuditedObject>(objects: readonly Of[], since: Date): Promise<AuditTrail<Of>>;
  /** Time of the oldest entry, ISO 8601 in UTC; undefined where there is none. One request, which is not repeated. */
  reachesBackTo(): Promise<string | undefined>;
}

export function auditLog(exchange: Exchange): AuditLog {
  async function firstPage(parameters: ReadonlyArray<readonly [string, string]>) {
    const path = `${message.path}?${queryString(parameters)}&return_timeout=${RETURN_TIMEOUT_S}`;
    const once: Exchange = (request) => exchange({ ...request, once: true }).catch(withRight);
    for await (const { records, isLast } of pages(once, path, RETURN_TIMEOUT_S)) {
      const timed = records.flatMap((value) => (message.accepts(value) ? withTime(value) : []));
      return { timed, isWhole: isLast && timed.length === records.length };
    }
    return { timed: [], isWhole: true };
  }

  return {
    async trail(objects, since) {
      const known = new AuditedObjects(objects);
      const { timed, isWhole } = await firstPage([
        ["timestamp", `>=${Math.floor(since.getTime() / 1000)}`],
        ["input", MAY_CONCERN_US],
        ["state", "success"],
        ["fields", "timestamp,index,user,application,location,input,svm.name"],
        ["order_by", "timestamp desc"],
        ["max_records", String(MOST_ENTRIES)],
      ]);
      const newestFirst = [...timed].sort((a, b) => b.at - a.at || (b.wire.index ?? 0) - (a.wire.index ?? 0));
      const oldest = newestFirst.at(-1);
      return {
        entries: newestFirst.flatMap(({ wire, at }) => entriesOf(wire, at, known)),
        isWhole,
        readBackTo: oldest && timeText(oldest.at),
      };
    },
    async reachesBackTo() {
      const { timed } = await firstPage([
        ["fields", "timestamp"],
        ["order_by", "timestamp"],
        ["max_records", "1"],
      ]);
      return timed[0] && timeText(timed[0].at);
    },
  };
}

/** Its right is none that the other requests of this package need. */
function withRight(error: unknown): never {
  throw isApiError(error, ACCESS_DENIED, NOT_AUTHORIZED) ? error.forOperation("read the audit log", RIGHT) : error;
}

function withTime(wire: WireAuditMessage) {
  const at = Date.parse(wire.timestamp);
  return Number.isNaN(at) ? [] : [{ wire, at }];
}

function entriesOf<Of extends AuditedObject>(
  { input, svm, user, application, location }: WireAuditMessage,
  at: number,
  objects: AuditedObjects<Of>,
): ReadonlyArray<AuditEntry<Of>> {
  return readOperations(input ?? "", { svmName: svm?.name ?? undefined }, objects).map((operation) => ({
    time: timeText(at),
    user: user ?? undefined,
    application: application ?? undefined,
    address: location ?? undefined,
    operation,
  }));
}

function timeText(at: number): string {
  return new Date(at).toISOString();
}
