import type { Bag } from "../../test/engine/bag";
import { HOST, OTHER_HOST, SVM1 } from "../../test/names";
import { type ArrayState, arrayWithService, session, sharedArray } from "../support/array-state";
import type { Declared, Program } from "../support/program";

/** What the engine is told to do. */
export type Command =
  | { readonly kind: "up"; readonly program: Program }
  | { readonly kind: "refresh" }
  | { readonly kind: "destroy" }
  | { readonly kind: "get"; readonly resource: Pick<Declared, "name" | "type">; readonly id: string };

/** One thing that happens to resources, and what there is before it. */
export interface Operation {
  readonly name: string;
  readonly array: ArrayState;
  /** What the stack has. Default: nothing. */
  readonly before?: Program;
  /** What somebody then does to the array, by its REST API. */
  readonly byHand?: ReadonlyArray<readonly [method: string, path: string, body?: object]>;
  readonly command: Command;
  /** A fault that is there in any case, with or without others. */
  readonly always?: Readonly<Record<string, unknown>>;
}

const svm1 = { name: "svm1" };
const svm3 = { name: "svm3" };
const inbound = { user: "host1", password: "inbound-password" };
const chap = { authenticationType: "chap", chap: { inbound } };
const rotated = { authenticationType: "chap", chap: { inbound: { user: "host1", password: "rotated-password" } } };
const mutual = {
  authenticationType: "chap",
  chap: { inbound, outbound: { user: "array", password: "outbound-password" } },
  initiatorAddress: {
    ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }],
    masks: [{ address: "10.1.0.0", netmask: "16" }],
  },
};
const none = { authenticationType: "none" };
const deny = { authenticationType: "deny" };

const service = (more: Bag = {}): Declared => ({
  name: "service",
  type: "IscsiService",
  args: { svm: svm1, target: { alias: "one" }, ...more },
});
const host = (row: Bag, more: Partial<Declared> = {}): Declared => ({
  name: "host",
  type: "IscsiCredentials",
  args: { svm: svm1, initiator: HOST, ...row },
  ...more,
});
const fallback = (row: Bag): Declared => ({ ...host({ ...row, initiator: "default" }), name: "fallback" });
const table = (credentials: Bag, more: Bag = {}, rest: Partial<Declared> = {}): Declared => ({
  name: "table",
  type: "IscsiCredentialsTable",
  args: { svm: svm1, credentials, ...more },
  ...rest,
});

const rowOf = (n: number) => `iqn.1998-01.com.example:row${n}`;
const three = { [rowOf(1)]: chap, [rowOf(2)]: none, [rowOf(3)]: mutual };
const up = (...program: Declared[]): Command => ({ kind: "up", program });
const existingRow = (initiator: string, type = "none"): object => ({
  svm: svm1,
  initiator,
  authentication_type: type,
});

/** Every operation of every resource, with what differs in its requests. */
export const operations: readonly Operation[] = [
  { name: "create a service", array: sharedArray(), command: up(service()) },
  {
    name: "create a service without an alias",
    array: sharedArray(),
    command: up(service({ target: { alias: "" }, enabled: false })),
  },
  { name: "create a credential", array: arrayWithService(), command: up(host(mutual)) },
  { name: "create a table", array: arrayWithService(), command: up(table(three)) },
  {
    name: "create a service and what is on it",
    array: sharedArray(),
    command: up(service(), host(chap, { on: "service" }), table(three, {}, { on: "service" })),
  },
  {
    name: "create by jobs",
    array: sharedArray(),
    command: up(service(), host(chap, { on: "service" })),
    always: { kind: "job", match: { method: "POST", path: "/api/protocols/" } },
  },
  { name: "get a service", array: arrayWithService(), command: get("IscsiService", SVM1) },
  {
    name: "get a credential",
    array: arrayWithService({ credentials: [existingRow(HOST)] }),
    command: get("IscsiCredentials", `${SVM1}/${HOST}`),
  },
  {
    name: "get a table",
    array: arrayWithService({ credentials: [existingRow(HOST), existingRow(OTHER_HOST, "deny")] }),
    command: get("IscsiCredentialsTable", SVM1),
  },
  {
    name: "refresh",
    array: sharedArray(),
    before: [service(), host(chap, { on: "service" }), table(three, {}, { on: "service" })],
    command: { kind: "refresh" },
  },
  {
    name: "refresh what is gone and what differs",
    array: sharedArray(),
    before: [service(), host(chap), { ...host({ ...none, initiator: OTHER_HOST }), name: "other" }, table(three)],
    byHand: [
      ["PATCH", `services/${SVM1}`, { target: { alias: "by-hand" } }],
      ["DELETE", `credentials/${SVM1}/${HOST}`],
      ["DELETE", `credentials/${SVM1}/${rowOf(2)}`],
      ["PATCH", `credentials/${SVM1}/${rowOf(1)}`, { authentication_type: "deny" }],
    ],
    command: { kind: "refresh" },
  },
  {
    name: "update a service",
    array: sharedArray(),
    before: [service()],
    command: up(service({ target: { alias: "two" }, enabled: false })),
  },
  {
    name: "enable a service and leave its alias",
    array: sharedArray(),
    before: [service({ enabled: false })],
    command: up(service({ target: {}, enabled: true })),
  },
  {
    name: "refuse to disable a service with sessions",
    array: arrayWithService({ sessions: [session("svm1", HOST)] }),
    before: [service({ adopt: true })],
    command: up(service({ adopt: true, enabled: false })),
  },
  {
    name: "name an SVM by its UUID",
    array: sharedArray(),
    before: [service()],
    command: up(service({ svm: { name: "svm1", uuid: SVM1 }, target: { alias: "two" } })),
  },
  {
    name: "rotate a password of a live host",
    array: arrayWithService({ sessions: [session("svm1", HOST, { type: "chap" })] }),
    before: [host(mutual)],
    command: up(host(rotated)),
  },
  {
    name: "deny a host that is not logged in",
    array: arrayWithService({ sessions: [session("svm1", OTHER_HOST)] }),
    before: [host(chap)],
    command: up(host(deny)),
  },
  {
    name: "refuse to deny a live host",
    array: arrayWithService({ sessions: [session("svm1", HOST)] }),
    before: [host(none)],
    command: up(host(deny)),
  },
  {
    name: "refuse to delete the row of a host that only it lets in",
    array: arrayWithService({
      credentials: [existingRow("default", "deny")],
      sessions: [session("svm1", HOST)],
    }),
    before: [host(none)],
    command: { kind: "destroy" },
  },
  {
    name: "update a table",
    array: arrayWithService(),
    before: [table(three)],
    command: up(table({ [rowOf(1)]: rotated, [rowOf(3)]: none, [rowOf(4)]: chap, [rowOf(5)]: deny })),
  },
  {
    name: "refuse a table that denies a live host",
    array: arrayWithService({ sessions: [session("svm1", rowOf(2))] }),
    before: [table(three)],
    command: up(table({ ...three, [rowOf(2)]: deny })),
  },
  {
    name: "delete a service",
    array: sharedArray(),
    before: [service()],
    command: { kind: "destroy" },
  },
  {
    name: "delete a service with sessions, forced",
    array: arrayWithService({ sessions: [session("svm1", HOST)] }),
    before: [service({ adopt: true, forceDisconnect: true })],
    command: { kind: "destroy" },
  },
  {
    name: "refuse to delete a service with sessions",
    array: arrayWithService({ sessions: [session("svm1", HOST)] }),
    before: [service({ adopt: true })],
    command: { kind: "destroy" },
  },
  {
    name: "delete a credential of a program",
    array: arrayWithService(),
    before: [host(chap), { ...host({ ...none, initiator: OTHER_HOST }), name: "other" }],
    command: up({ ...host({ ...none, initiator: OTHER_HOST }), name: "other" }),
  },
  {
    name: "deny where a credential was",
    array: arrayWithService(),
    before: [host({ ...chap, onRemove: "deny" })],
    command: { kind: "destroy" },
  },
  {
    name: "set the default row back",
    array: arrayWithService(),
    before: [fallback(deny)],
    command: { kind: "destroy" },
  },
  {
    name: "delete a table",
    array: arrayWithService(),
    before: [table(three)],
    command: { kind: "destroy" },
  },
  {
    name: "delete everything",
    array: sharedArray(),
    before: [service(), host(chap, { on: "service" }), table(three, {}, { on: "service" })],
    command: { kind: "destroy" },
  },
  {
    name: "replace a service and what is on it",
    array: sharedArray(),
    before: [service(), host(chap, { on: "service" })],
    command: up(service({ svm: svm3 }), host({ ...chap, svm: svm3 }, { on: "service" })),
  },
  {
    name: "replace a credential",
    array: arrayWithService(),
    before: [host(chap)],
    command: up(host({ ...chap, initiator: OTHER_HOST })),
  },
  {
    name: "replace a table",
    array: arrayWithService({ services: [{ svm: svm3, enabled: true }] }),
    before: [table(three)],
    command: up(table(three, { svm: svm3 })),
  },
  {
    name: "adopt a service",
    array: arrayWithService(),
    command: up(service({ adopt: true, target: { alias: "ours" } })),
  },
  {
    name: "adopt a credential",
    array: arrayWithService({ credentials: [existingRow(HOST)] }),
    command: up(host({ ...mutual, adopt: true })),
  },
  { name: "adopt the default row", array: arrayWithService(), command: up(fallback(deny)) },
  {
    name: "adopt a table",
    array: arrayWithService({ credentials: [existingRow(rowOf(1)), existingRow(rowOf(2), "deny")] }),
    command: up(table(three, { adopt: true })),
  },
  {
    name: "refuse to adopt and deny a live host",
    array: arrayWithService({ credentials: [existingRow(HOST)], sessions: [session("svm1", HOST)] }),
    command: up(host({ ...deny, adopt: true })),
  },
  {
    name: "delete what was adopted",
    array: arrayWithService({ credentials: [existingRow(HOST)] }),
    before: [service({ adopt: true }), host({ ...chap, adopt: true })],
    command: { kind: "destroy" },
  },
];

function get(type: Declared["type"], id: string): Command {
  return { kind: "get", resource: { name: "existing", type }, id };
}
