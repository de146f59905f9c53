import { isDeepStrictEqual } from "node:util";
import { addressTexts, objectAt, type RowObject, type ServiceObject, svmOf } from "../array-state";
import type { Declaration, RowDeclaration, ServiceDeclaration } from "../program";
import { isTargeted, type RunRecord, wasDone } from "../run-record";
import { Violation } from "../violation";

const RULE = "after a run without an error the array is as the program says";

/** Of every resource that a run without an error touched, but for what was changed by hand and not refreshed. */
export function content(record: RunRecord): void {
  const { stack, goals, before, after, result } = record;
  if (result.error !== undefined) {
    return;
  }
  for (const { name } of goals) {
    const declaration = stack.program.get(name);
    const entry = stack.state.get(name);
    if (declaration === undefined || entry === undefined || !isTargeted(record, name)) {
      continue;
    }
    if (entry.id.includes("/") && goesWithRemovedService(record, entry.id)) {
      // The program keeps a row whose service it takes away; a warning says that a refresh is needed.
      continue;
    }
    const isMade = wasDone(record, name, "create", "replace");
    if (!isMade && !stack.isSure(before, entry.id, declaration)) {
      continue;
    }
    const actual = objectAt(after, entry.id);
    const isHidden = !isMade && stack.known.get(entry.id)?.hasHiddenChange === true;
    const [first] = differences(record, name, declaration, entry.id, actual, isHidden);
    if (first !== undefined) {
      throw new Violation(`${RULE}: ${first.property}`, `${stack.name}.${name} (${entry.id}): ${first.text}`);
    }
  }
  removed(record);
}

/**
 * How an object differs from its declaration.
 *
 * @param isHidden true where passwords are not compared
 */
export function differences(
  record: RunRecord,
  name: string,
  declaration: Declaration,
  id: string,
  actual: ServiceObject | RowObject | undefined,
  isHidden: boolean,
): readonly Difference[] {
  if (actual === undefined) {
    return [{ property: "existence", text: "it is not there" }];
  }
  return declaration.kind === "IscsiService"
    ? ofService(record, name, id, declaration, actual)
    : ofRow(declaration, actual, isHidden);
}

function goesWithRemovedService(record: RunRecord, id: string): boolean {
  const { entries, stack } = record;
  const isOwned = [...stack.state.values()].some((entry) => entry.id === svmOf(id));
  return (
    !isOwned &&
    [...entries.values()].some(({ name, id: gone }) => gone === svmOf(id) && wasDone(record, name, "delete"))
  );
}

function ofService(
  { stack, after, entries }: RunRecord,
  name: string,
  id: string,
  { enabled = true, alias }: ServiceDeclaration,
  actual: ServiceObject | RowObject,
): readonly Difference[] {
  if (!("enabled" in actual)) {
    return [{ property: "kind", text: "it is a row" }];
  }
  const applied = stack.applied.get(name);
  const hadAlias = entries.get(name)?.id === id && applied?.kind === "IscsiService" && applied.alias !== undefined;
  const svmName = after.svms.find(({ uuid }) => uuid === id)?.name;
  // Until the program follows a rename, the provider knows no other name than the recorded one.
  const names = [svmName, entries.get(name)?.outputs.svmName];
  const cleared = names.includes(actual.alias) ? actual.alias : svmName;
  const wanted = alias ?? (hadAlias ? cleared : undefined);
  return [
    ...differs("enabled", enabled, actual.enabled),
    ...(wanted === undefined ? [] : differs("alias", wanted, actual.alias)),
  ];
}

function ofRow(
  { initiator, type, inbound, outbound, addresses }: RowDeclaration,
  actual: ServiceObject | RowObject,
  isHidden: boolean,
): readonly Difference[] {
  if ("enabled" in actual) {
    return [{ property: "kind", text: "it is a service" }];
  }
  const pair = (of: typeof outbound) => (isHidden && of !== undefined ? { ...of, password: "hidden" } : of);
  const list = initiator === "default" ? [] : addressTexts(addresses ?? {});
  return [
    ...differs("type", type, actual.type),
    ...differs("addresses", list, actual.addresses),
    ...(type === "chap"
      ? [
          ...differs("inbound", pair(inbound), pair(actual.inbound)),
          ...differs("outbound", pair(outbound), pair(actual.outbound)),
        ]
      : []),
  ];
}

interface Difference {
  readonly property: string;
  readonly text: string;
}

function differs(property: string, wanted: unknown, actual: unknown): readonly Difference[] {
  const [is, not] = [actual, wanted].map((value) => JSON.stringify(value) ?? "left out");
  return isDeepStrictEqual(wanted, actual) ? [] : [{ property, text: `${property} is ${is} and not ${not}` }];
}

/** What the program no longer has is gone, unless it said otherwise. */
function removed(record: RunRecord): void {
  const { stack, entries, after } = record;
  for (const { name, id, outputs } of entries.values()) {
    const isManaged = [...stack.state.values()].some((entry) => entry.id === id);
    if (!wasDone(record, name, "delete") || isManaged || id.endsWith("/default")) {
      continue;
    }
    const actual = objectAt(after, id);
    const isDenied = outputs.onRemove === "deny" && actual !== undefined && "type" in actual && actual.type === "deny";
    if (actual !== undefined && !isDenied) {
      throw new Violation(`${RULE}: removal`, `${stack.name}.${name} (${id}) was removed and is still there`);
    }
  }
}
