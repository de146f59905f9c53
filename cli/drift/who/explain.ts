import type { AuditEntry, AuditedObject, AuditField, AuditOperation } from "../../../provider/rest";
import type { Question } from "./question";
import type { Who, WhoEntry } from "./who";

/** Entries that are listed, unless a property needs one more. */
const LISTED = 3;
/** How much the clocks of the array and of this machine may differ. */
const CLOCKS_DIFFER_MS = 60_000;

type Entry = AuditEntry<AuditedObject>;

/** Entries made from here on are newer than the state, as far as two clocks can tell; undefined without its time. */
export function boundaryOf(writtenAt: Date | undefined): Date | undefined {
  return writtenAt && new Date(writtenAt.getTime() - CLOCKS_DIFFER_MS);
}

/**
 * The entries that can have done what a question is about, and the passwords that were set outside Pulumi.
 *
 * @param entries of the object, the newest first
 * @param writtenAt when the state was written; without it every entry of somebody else is newer
 */
export function explain(
  { about, properties, passwords, row }: Question,
  entries: readonly Entry[],
  writtenAt: Date | undefined,
): Omit<Who, "note"> {
  const boundary = boundaryOf(writtenAt);
  const isOutside = (entry: Entry) => !isOwn(entry) && (boundary === undefined || new Date(entry.time) >= boundary);
  const isRecorded = (entry: Entry) => isOwn(entry) && (writtenAt === undefined || new Date(entry.time) <= writtenAt);
  const set = [...passwords].flatMap(([path, reported]) => {
    const last = entries.find(({ operation }) => operation.fields.some((field) => nameOf(field) === path));
    return last !== undefined && isOutside(last) ? [{ last, reported }] : [];
  });
  const lists =
    about === "changed"
      ? properties.map((property) => until(entries, isRecorded, (entry) => mayHaveSet(entry.operation, property)))
      : about === "gone"
        ? [until(entries, isRecorded, (entry) => isRecorded(entry) || mayHaveDeleted(entry))]
        : about === "unmanaged"
          ? [until(entries, isDeletion, () => true)]
          : [];
  const needed = new Set([...lists.flatMap((list) => list.slice(0, 1)), ...set.map(({ last }) => last)]);
  const possible = new Set([...needed, ...lists.flat()]);
  const inOrder = entries.filter((entry) => possible.has(entry));
  const listed = inOrder.filter((entry, index) => needed.has(entry) || index < LISTED);
  return {
    entries: listed.map((entry) => ({ ...(row === undefined ? {} : { row }), ...shown(entry, isOutside(entry)) })),
    passwords: set.map(({ reported }) => reported),
  };
}

/** Those that fit, down to the one that set what is recorded: what was before it cannot show any more. */
function until(
  entries: readonly Entry[],
  isEnd: (entry: Entry) => boolean,
  fits: (entry: Entry) => boolean,
): readonly Entry[] {
  const relevant = entries.filter((entry) => fits(entry) || (isEnd(entry) && entry.operation.action === "create"));
  const end = relevant.findIndex(isEnd);
  return relevant.slice(0, end < 0 ? undefined : end);
}

function isOwn({ operation }: Entry): boolean {
  return operation.client === "pulumi-ontap-iscsi";
}

function isDeletion({ operation }: Entry): boolean {
  return operation.action === "delete";
}

function mayHaveDeleted({ operation: { action } }: Entry): boolean {
  return action === "delete" || action === "unknown";
}

function mayHaveSet({ action, fields, mayHaveSetMore }: AuditOperation, property: string): boolean {
  return (
    action !== "delete" &&
    (action !== "modify" || mayHaveSetMore || fields.some((field) => isAbout(nameOf(field), property)))
  );
}

/** With its type a credential loses what ONTAP shows of its pairs. */
function isAbout(name: string, property: string): boolean {
  return (
    name === property ||
    name.startsWith(`${property}.`) ||
    property.startsWith(`${name}.`) ||
    (name === "authenticationType" && property.startsWith("chap"))
  );
}

/** The property that a field of ONTAP is: `initiatorAddress.ranges`. */
function nameOf(field: AuditField): string {
  return field.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}

function shown({ time, user, application, address, operation }: Entry, outside: boolean): WhoEntry {
  const { client = null, command, keys } = operation;
  return {
    time,
    user: user ?? null,
    application: application ?? null,
    address: address ?? null,
    client,
    operation: command,
    keys,
    outside,
  };
}
