import type { LoggedRequest } from "../../test/array";

/** What a fault leaves of the request that it is put at. */
type Effect =
  /** None: the request never took place. */
  | "none"
  /** The request took place, and the client may not learn it. */
  | "kept"
  /** The request takes place once the client has given it up. */
  | "late";

/** A fault as the simulator takes it. */
export interface FaultKind {
  readonly name: string;
  readonly effect: Effect;
  readonly rule: Readonly<Record<string, unknown>> & { readonly kind: string };
  /** True for a fault that has to do with pages, and so happens to lists alone. */
  readonly ofLists?: true;
  /** Milliseconds that the client waits for a response; default {@link TIMEOUT_MS}. */
  readonly timeoutMs?: number;
  /** Milliseconds after which its last effect is there. */
  readonly settlesAfterMs?: number;
}

/** Longer than most responses on a busy machine, and much shorter than what a user would set. */
export const TIMEOUT_MS = 1_000;
/** What a run without faults waits, which must not fail because the machine is busy. */
export const PATIENT_MS = 60_000;
const TOO_LATE_MS = TIMEOUT_MS + 250;

const status = (code: number, more: Readonly<Record<string, unknown>> = {}): FaultKind => ({
  name: ["status", code, more.code ?? ""].join(" ").trim(),
  effect: "none",
  rule: { kind: "status", status: code, ...more },
});

/** Every kind of fault that the simulator knows, in the forms that differ to a client. */
export const faultKinds: readonly FaultKind[] = [
  { name: "latency", effect: "kept", rule: { kind: "latency", ms: 20 } },
  {
    name: "latency past the timeout",
    effect: "late",
    rule: { kind: "latency", ms: TOO_LATE_MS },
    settlesAfterMs: TOO_LATE_MS - TIMEOUT_MS + 100,
  },
  { name: "refuse", effect: "none", rule: { kind: "refuse" } },
  { name: "reset", effect: "kept", rule: { kind: "reset" } },
  { name: "hang", effect: "kept", rule: { kind: "hang" } },
  { name: "truncate", effect: "kept", rule: { kind: "truncate" } },
  status(401),
  status(403),
  // What ONTAP says of an SVM that it does not know: of the wrong array, perhaps, and never that an object is gone.
  status(404, { code: "2621462" }),
  status(429, { retryAfter: 0 }),
  status(500),
  status(503),
  { name: "loseReply", effect: "kept", rule: { kind: "loseReply" } },
  { name: "partialPage 0", effect: "kept", rule: { kind: "partialPage", records: 0 }, ofLists: true },
  { name: "partialPage 1", effect: "kept", rule: { kind: "partialPage", records: 1 }, ofLists: true },
  { name: "emptyPage", effect: "kept", rule: { kind: "emptyPage" }, ofLists: true, timeoutMs: 20_000 },
  { name: "locked", effect: "none", rule: { kind: "locked" } },
  { name: "job that succeeds", effect: "kept", rule: { kind: "job", outcome: "success" } },
  { name: "job that fails", effect: "none", rule: { kind: "job", outcome: "failure" } },
  { name: "html", effect: "none", rule: { kind: "html" } },
  { name: "html with 200", effect: "none", rule: { kind: "html", status: 200 } },
  { name: "wrongType", effect: "kept", rule: { kind: "wrongType" } },
];

/** How many requests a fault lasts: one, or all that follow. */
export const LASTS = { once: 1, "until the end": 1_000 } as const;
export type Lasts = keyof typeof LASTS;

/** True where the fault can happen to that request. */
export function happensTo({ ofLists }: FaultKind, { method, path }: Pick<LoggedRequest, "method" | "path">): boolean {
  return ofLists !== true || (method === "GET" && isList(path));
}

/** True for a collection as a whole, by its path. */
function isList(path: string): boolean {
  return /\/(services|credentials|sessions|svms|metrics)$/.test(path);
}
