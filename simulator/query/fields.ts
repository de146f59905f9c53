import { type KnownFields, leavesOf } from "./known-fields";
import { invalidValue, listedTwice, mismatchedBraces, missingValue, notReadable } from "./refusals";
import type { CollectionSpec } from "./types";

/** What `fields` asks for, and what it means where it asks for nothing. */
export interface FieldsRequest {
  readonly spec: CollectionSpec;
  readonly known: KnownFields;
  /** The parameter's value; absent and empty (which one real client sends) mean the default. */
  readonly fields: string | undefined;
  /** Skip names that this ONTAP does not know instead of refusing them. Default false. */
  readonly ignoreUnknown: boolean;
  /** Collections answer with `identifiers` by default, instances with the `standard` fields, which are those of `*`. */
  readonly fallback: "identifiers" | "standard";
}

interface Item {
  readonly name: string;
  readonly excluded: boolean;
}

/**
 * The leaf fields a response contains. Identifiers always; expensive fields only by name, by their object's name or by `**`;
 * write-only fields never. Exclusions (`!b.c`) apply wherever they appear; with nothing but exclusions they are taken off
 * the standard fields. Throws 262197 for an unknown name, 262249 for a write-only one, 262222 for one listed twice,
 * 262286 for unpaired braces, 262194 for an empty item.
 * Source: "Requesting specific fields" in NetApp's "Getting started with the ONTAP REST API".
 */
export function selectLeaves(request: FieldsRequest): ReadonlySet<string> {
  const { known, spec } = request;
  const items = parseItems(request.fields ?? "");
  const selected = new Set<string>();
  const wanted = items.filter((item) => !item.excluded);
  if (items.length > 0 ? wanted.length === 0 : request.fallback === "standard") {
    addLeaves(selected, request, "*");
  }
  for (const { name } of wanted) {
    addLeaves(selected, request, name);
  }
  for (const { name, excluded } of items) {
    if (!excluded) {
      continue;
    }
    for (const leaf of resolve(request, name)) {
      selected.delete(leaf);
    }
  }
  for (const identifier of spec.identifiers) {
    for (const leaf of leavesOf(known, identifier)) {
      selected.add(leaf);
    }
  }
  return selected;
}

function addLeaves(selected: Set<string>, request: FieldsRequest, name: string): void {
  if (request.known.get(name)?.writeOnly) {
    throw notReadable(name);
  }
  for (const leaf of resolve(request, name)) {
    if (!request.known.get(leaf)?.writeOnly) {
      selected.add(leaf);
    }
  }
}

function resolve({ known, ignoreUnknown }: FieldsRequest, name: string): string[] {
  if (name === "**") {
    return [...known.keys()];
  }
  if (name === "*") {
    return [...known].filter(([, field]) => !field.expensive).map(([leaf]) => leaf);
  }
  const leaves = leavesOf(known, name);
  if (leaves.length === 0 && !ignoreUnknown) {
    throw invalidValue("fields", name, "<field,...>");
  }
  return leaves;
}

function parseItems(text: string): Item[] {
  if (text === "") {
    return [];
  }
  const items = expandBraces(text, "", false);
  const seen = new Set<string>();
  for (const { name, excluded } of items) {
    const shown = `${excluded ? "!" : ""}${name}`;
    if (seen.has(shown)) {
      throw listedTwice("fields", shown);
    }
    seen.add(shown);
  }
  return items;
}

/** `b.{c,!d.{e,f}}` is `b.c`, `!b.d.e` and `!b.d.f`. */
function expandBraces(text: string, prefix: string, excluded: boolean): Item[] {
  return splitList(text).flatMap((item) => {
    const drops = item.startsWith("!");
    const name = drops ? item.slice(1) : item;
    if (name === "") {
      throw missingValue("fields");
    }
    const open = name.indexOf("{");
    if (open === -1) {
      return [{ name: prefix + name, excluded: excluded || drops }];
    }
    if (!/^[^{]+\.\{.*\}$/s.test(name)) {
      throw invalidValue("fields", item, "<field,...>");
    }
    return expandBraces(name.slice(open + 1, -1), prefix + name.slice(0, open), excluded || drops);
  });
}

/** Cuts at the commas that no brace encloses. */
function splitList(text: string): string[] {
  const items = [""];
  let depth = 0;
  for (const character of text) {
    if (character === "{") {
      depth += 1;
    }
    if (character === "}") {
      depth -= 1;
    }
    if (depth < 0) {
      throw mismatchedBraces();
    }
    if (character === "," && depth === 0) {
      items.push("");
    } else {
      items[items.length - 1] += character;
    }
  }
  if (depth !== 0) {
    throw mismatchedBraces();
  }
  return items;
}
