import { type Draft, draft } from "./draft";
import type { Loose } from "./loose-json";
import { type AuditField, credentialFields, type Method, serviceFields } from "./operation";
import type { AuditedRequest } from "./request";
import { type GivenOption, shellDraft } from "./shell-command";
import { shellDrafts } from "./shell-line";
import type { Target } from "./target";

const ACTIONS = { POST: "create", PATCH: "modify", DELETE: "delete" } as const satisfies Record<Method, string>;

type Leaf = readonly [path: string, value: string];

/** What a REST call does to objects of this package: nothing for a read, and for one of other objects. */
export function restDrafts(request: AuditedRequest): readonly Draft[] {
  const { method, segments, query, body } = request;
  if (!isMethod(method)) {
    return [];
  }
  const [api = "", ...below] = segments.map((segment) => segment.toLowerCase());
  const path = below.join("/");
  if (api !== "api") {
    return [];
  }
  if (below[0] === "private" && below[1] === "cli") {
    return privateDrafts(method, request);
  }
  if (method === "DELETE" && path.startsWith("svm/svms")) {
    const target = { ...named(query), ...(segments[3] === undefined ? {} : { svmUuid: segments[3] }) };
    return [draft("DELETE /api/svm/svms", "delete", "service and credentials", [target], NOTHING)];
  }
  const [, collection] = /^protocols\/san\/iscsi\/(credentials|services)(?:$|\/)/.exec(path) ?? [];
  if (collection !== "credentials" && collection !== "services") {
    return [];
  }
  const [svmUuid, initiator] = segments.slice(5);
  const inPath = { ...(svmUuid === undefined ? {} : { svmUuid }), ...(initiator === undefined ? {} : { initiator }) };
  const records = recordsIn(body);
  const isService = collection === "services";
  const all: readonly AuditField[] = isService ? serviceFields : credentialFields;
  const set = records.flatMap((leaves) => leaves.map(([leaf]) => leaf));
  const fields = method === "DELETE" ? [] : all.filter((field) => set.some((leaf) => isPartOf(leaf, field)));
  const reach = !isService ? "credential" : method === "DELETE" ? "service and credentials" : "service";
  const targets = records.map((leaves) => ({ ...named(leaves), ...named(query), ...inPath }));
  return [
    draft(`${method} /api/protocols/san/iscsi/${collection}`, ACTIONS[method], reach, targets, {
      keys: fields,
      fields,
      more: false,
    }),
  ];
}

const NOTHING = { keys: [], fields: [], more: false };

/** `/api/private/cli/vserver/iscsi/security`: the command is in the path, or as a line in `input`. */
function privateDrafts(method: Method, { segments, query, body }: AuditedRequest): readonly Draft[] {
  const leaves = leavesOf(body);
  const words = segments.slice(3);
  const line = words.length === 0 ? leaves.find(([name]) => name === "input")?.[1] : undefined;
  const verb = { POST: "create", PATCH: "modify", DELETE: "delete" }[method];
  const options: readonly GivenOption[] = [...query, ...leaves]
    .filter(([name]) => !GENERAL.has(name))
    .map(([name, value]) => ({ name, value }));
  // A POST may name a command of its own, such as start.
  const drafts =
    line !== undefined
      ? shellDrafts(line)
      : [shellDraft(words, options) ?? shellDraft([...words, verb], options)].flatMap((one) => one ?? []);
  return drafts.map((one) => ({ ...one, command: `private CLI: ${one.command}` as const }));
}

const GENERAL = new Set([
  "fields",
  "return_records",
  "return_timeout",
  "max_records",
  "order_by",
  "continue_on_failure",
]);

/** The leaves of a body, by record: one without any where there is no body. */
function recordsIn(body: Loose | undefined): readonly (readonly Leaf[])[] {
  const records =
    typeof body === "object" && "members" in body ? body.members.find(([key]) => key === "records")?.[1] : undefined;
  return Array.isArray(records) ? records.map((one) => leavesOf(one)) : [leavesOf(body)];
}

/** Values by dotted path; items of a list have that of the list. An empty object or list is a leaf, too. */
function leavesOf(value: Loose | undefined, path: readonly string[] = []): readonly Leaf[] {
  if (value === undefined || typeof value === "string") {
    return path.length === 0 ? [] : [[path.join("."), value ?? ""]];
  }
  const inner =
    "members" in value
      ? value.members.flatMap(([key, below]) => leavesOf(below, [...path, key.toLowerCase()]))
      : value.flatMap((item) => leavesOf(item, path));
  return inner.length > 0 || path.length === 0 ? inner : [[path.join("."), ""]];
}

function named(leaves: readonly Leaf[]): Target {
  const value = (name: string) => leaves.find(([path]) => path.toLowerCase() === name)?.[1];
  const [svmUuid, svmName, initiator] = [value("svm.uuid"), value("svm.name"), value("initiator")];
  return {
    ...(svmUuid === undefined ? {} : { svmUuid }),
    ...(svmName === undefined ? {} : { svmName }),
    ...(initiator === undefined ? {} : { initiator }),
  };
}

/** True where setting `leaf` sets `field`: the same, a part of it, or what it is a part of. */
function isPartOf(leaf: string, field: string): boolean {
  return leaf === field || leaf.startsWith(`${field}.`) || field.startsWith(`${leaf}.`);
}

function isMethod(method: string): method is Method {
  return Object.hasOwn(ACTIONS, method);
}
