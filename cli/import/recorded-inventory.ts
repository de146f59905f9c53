import { isPluginToken, type Kind, kinds, type TableKind, tableKinds } from "../../provider/inventory";
import type { PropertyMap } from "../../provider/schema";
import type { StackLocation } from "../stack/pulumi";
import type { RecordedResource } from "../stack/recorded";
import type { Target } from "./languages";
import { MoveError } from "./move-error";
import type { ImportOptions } from "./options";
import { type Entry, exported } from "./recorded-entries";
import { isSecretAsAWhole, refuseSecretStrings } from "./recorded-secrets";
import { groupedBySvm, type ImportObject, type SvmInventory } from "./svm-inventory";

/** What a stack records, as it is to be recorded from now on. */
export interface RecordedInventory {
  readonly stack: string;
  readonly svms: readonly SvmInventory[];
  /** Kinds of the resources that are to be recorded in place of `replaced`. */
  readonly moved: ReadonlySet<Kind>;
  /** URNs of the resources that are to be in the state no more. */
  readonly replaced: readonly string[];
  /** True where the passwords are in plaintext, since the state keeps more than them secret: as a whole, not by itself. */
  readonly isPlain: boolean;
  readonly side: Target["side"];
  readonly provider: { readonly name: string; readonly urn: string } | undefined;
  /** The arguments of that provider object by name; of secrets only the names. */
  readonly connection: object;
}

/**
 * The credentials that a stack records on one cluster, as tables or one by one, and the services that the program of an
 * import would name alike. Asks no array. Throws {@link MoveError}.
 */
export async function recordedInventory(
  place: StackLocation,
  { cluster, as }: Pick<ImportOptions, "cluster" | "as">,
): Promise<RecordedInventory> {
  const encrypted = await exported(place, cluster);
  const isPlain = encrypted.entries.some(isSecretAsAWhole(as));
  const { entries, stack, raw } = isPlain ? await exported(place, cluster, "--show-secrets") : encrypted;
  for (const [index, entry] of encrypted.entries.entries()) {
    refuseSecretStrings(entry, entries[index]);
  }
  const found = new Map<Kind, readonly ImportObject[]>();
  const sources: Entry[] = [];
  for (const table of tableKinds) {
    const isSource = ({ resource: { kind } }: Entry) => kind === (as === "table" ? table.row : table);
    const part = entries.filter(isSource);
    part.forEach(refuseUnmovable(table));
    sources.push(...part);
    if (as === "table") {
      refuseSecondTable(
        entries.filter(({ resource }) => resource.kind === table),
        part,
      );
      found.set(table, folded(table, part));
    } else {
      found.set(
        table.row,
        part.flatMap((entry) => unfolded(table, entry)),
      );
    }
  }
  if (sources.length === 0) {
    const what = as === "table" ? "credential of its own" : "table";
    throw new MoveError(`the stack ${stack} records no ${what} on this cluster; nothing was written`);
  }
  for (const kind of kinds.filter((one) => !found.has(one) && tableKinds.every(({ row }) => row !== one))) {
    const alike = entries.filter(({ resource, svm }) => resource.kind === kind && isNamedAlike(resource, svm.name));
    found.set(kind, alike.map(asItIs));
  }
  const shared = sharedBy(sources.map(({ resource }) => resource));
  const order = [...kinds, ...tableKinds];
  return {
    stack: stack ?? "",
    svms: groupedBySvm(new Map([...found].sort(([a], [b]) => indexIn(order, a) - indexIn(order, b)))),
    moved: new Set(tableKinds.map((table) => (as === "table" ? table : table.row))),
    replaced: sources.map(({ resource }) => resource.urn),
    isPlain,
    ...shared,
    connection: connectionIn(raw.get(shared.provider?.urn ?? "")?.inputs ?? {}),
  };
}

/** What all of them go through. */
function sharedBy(resources: readonly RecordedResource[]): Pick<RecordedInventory, "side" | "provider"> {
  const [first] = resources;
  const sides = new Set(resources.map(({ type, provider }) => `${isPluginToken(type)} ${provider?.reference}`));
  if (first === undefined || sides.size > 1) {
    throw new MoveError(
      "the stack records some of these as dynamic resources or through another provider object than the others, and an import file is for one of them; nothing was written",
    );
  }
  const { type, provider } = first;
  const urn = provider?.reference.slice(0, provider.reference.lastIndexOf("::"));
  return {
    side: isPluginToken(type) ? "plugin" : "dynamic",
    provider: provider === undefined || urn === undefined ? undefined : { name: provider.name, urn },
  };
}

/** Arguments of a provider object in their own types: a state has all of them as strings. */
function connectionIn(inputs: PropertyMap): object {
  const known = Object.entries(inputs).filter(([key]) => key !== "version" && !key.startsWith("__"));
  return Object.fromEntries(
    known.map(([key, value]) => [key, /^(true|false|\d+)$/.test(String(value)) ? JSON.parse(String(value)) : value]),
  );
}

function refuseSecondTable(tables: readonly Entry[], singles: readonly Entry[]): void {
  const [both] = tables.filter(({ svm }) => singles.some((single) => single.svm.uuid === svm.uuid));
  if (both !== undefined) {
    throw new MoveError(
      `the SVM ${both.svm.name} has a table already, ${both.resource.name}: add the rows to it in the program, with adopt: true; nothing was written`,
    );
  }
}

/** Throws for what may not be there at all. */
function refuseUnmovable(table: TableKind): (entry: Entry) => void {
  return ({ resource: { name }, parts }) => {
    if (table.isUnconfirmed(parts)) {
      throw new MoveError(
        `it is not known whether all of ${name} was created, since a request got no response: run pulumi up first; nothing was written`,
      );
    }
  };
}

function folded(table: TableKind, singles: readonly Entry[]): readonly ImportObject[] {
  const bySvm = new Map<string, Entry[]>();
  for (const single of singles) {
    const ofSvm = bySvm.get(single.svm.uuid) ?? [];
    ofSvm.push(single);
    bySvm.set(single.svm.uuid, ofSvm);
  }
  return [...bySvm].flatMap(([id, ofSvm]) => {
    const [first] = ofSvm;
    const all = ofSvm.map(({ parts }) => parts);
    return first === undefined
      ? []
      : [{ id, svm: first.svm, name: undefined, isBuiltIn: false, ...table.fold(first.svm, all) }];
  });
}

function unfolded(table: TableKind, { svm, parts }: Entry): readonly ImportObject[] {
  return [...table.unfold(svm, parts)].map(([name, row]) => {
    const id = `${svm.uuid}/${name}`;
    return { id, svm, name, isBuiltIn: table.row.builtInId(svm.uuid) === id, ...row };
  });
}

/** A resource that stays as it is, for the program alone. */
function asItIs({ resource: { id }, svm, parts: { inputs, outputs } }: Entry): ImportObject {
  return { id, svm, name: undefined, isBuiltIn: false, inputs: withoutOurs(inputs), outputs };
}

/** Arguments without what a program of an import says elsewhere, or not at all. */
function withoutOurs(inputs: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== "cluster" && !key.startsWith("__")));
}

function isNamedAlike({ name, cluster }: RecordedResource, svm: string): boolean {
  return name === (cluster === undefined ? svm : `${cluster}/${svm}`);
}

function indexIn(order: readonly Kind[], kind: Kind): number {
  return order.indexOf(kind);
}
