import type { Exchange } from "./call";
import { notOntap } from "./not-ontap";
import { OntapError } from "./ontap-error";
import { record, shownPath } from "./response";

/** One page of a collection. */
export interface Page {
  readonly records: readonly unknown[];
  /** Records in this page; the only figure where records were not asked for. */
  readonly numRecords: number;
  /** False where a next link says that more may follow. */
  readonly isLast: boolean;
}

/** More than a list of iSCSI objects has, even at one record a page. */
const MOST_PAGES = 25_000;
/** Pages in a row that bring nothing new; ONTAP gives an empty one for each `return_timeout` without a match. */
const MOST_IDLE_PAGES = 100;

/** Share of `return_timeout` after which an empty answer without a next link is not believed. */
const SUSPICIOUS = 0.9;

/**
 * The pages of a collection, each asked for when it is needed and no sooner. `next` links are followed as ONTAP wrote
 * them. Throws `incomplete` where the list cannot be shown to be whole: next links that lead in a circle or never
 * end, or an empty answer that took as long as ONTAP may take, which some releases give when time ran out
 * (CONTAP-677909).
 */
export async function* pages(exchange: Exchange, path: string, returnTimeoutS: number): AsyncGenerator<Page, void> {
  const seen = new Set<string>();
  let next: string | undefined = path;
  let idle = 0;
  let last: Page = { records: [], numRecords: 0, isLast: true };
  while (next !== undefined) {
    seen.add(next);
    const current: string = next;
    const { body, elapsedMs } = await exchange({ method: "GET", path: current });
    next = nextLink(current, body);
    const page = { ...pageOf(current, body), isLast: next === undefined };
    if (next !== undefined && seen.has(next)) {
      throw incomplete(current, "its next link leads back to a page that was read before");
    }
    if (next !== undefined) {
      idle = page.numRecords === 0 || repeats(page, last) ? idle + 1 : 0;
      last = page;
      if (idle >= MOST_IDLE_PAGES || seen.size >= MOST_PAGES) {
        throw incomplete(current, `its next links do not end: ${seen.size} pages were read`);
      }
    }
    if (next === undefined && page.numRecords === 0 && elapsedMs >= returnTimeoutS * 1000 * SUSPICIOUS) {
      throw incomplete(current, `it came back empty after ${Math.round(elapsedMs / 1000)} s, as when time ran out`);
    }
    yield page;
  }
}

/** True for a page that is the same as the one before. The first record nearly always tells, and takes no time. */
function repeats(page: Page, last: Page): boolean {
  return (
    page.numRecords === last.numRecords &&
    isSame(page.records[0], last.records[0]) &&
    isSame(page.records, last.records)
  );
}

/** Two that are nested too deep to be written as text are not treated as the same. */
function isSame(one: unknown, other: unknown): boolean {
  try {
    return JSON.stringify(one) === JSON.stringify(other);
  } catch {
    return false;
  }
}

function pageOf(path: string, body: Readonly<Record<string, unknown>>): Omit<Page, "isLast"> {
  const records = body.records ?? [];
  const numRecords = body.num_records ?? (Array.isArray(records) ? records.length : undefined);
  if (
    !Array.isArray(records) ||
    typeof numRecords !== "number" ||
    !Number.isSafeInteger(numRecords) ||
    numRecords < 0
  ) {
    throw malformed(path, "the response is not a collection (records, num_records)");
  }
  if ((body.records ?? body.num_records ?? undefined) === undefined) {
    throw malformed(path, "the response has neither records nor num_records");
  }
  return { records, numRecords };
}

function nextLink(path: string, body: Readonly<Record<string, unknown>>): string | undefined {
  const href = record(record(body._links)?.next)?.href;
  if (href === undefined) {
    return undefined;
  }
  if (typeof href !== "string" || !href.startsWith("/api/")) {
    throw malformed(path, "the next link is not a path below /api");
  }
  return href;
}

function incomplete(path: string, what: string): OntapError {
  return new OntapError({
    code: "incomplete",
    operation: `list ${shownPath(path)}`,
    reason: `${what}; it proves nothing about what is missing from it`,
    hint: "Try again; where it lasts, give ONTAP more time (return_timeout) or ask for less.",
  });
}

function malformed(path: string, what: string): OntapError {
  return notOntap(`list ${shownPath(path)}`, what);
}
