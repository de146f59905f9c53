import type { LoggedRequest } from "../../test/array";
import { inParallel } from "../support/in-parallel";
import type { Tally } from "../support/tally";
import { chosenCases, type Extent, faultsAt, type Placed } from "./cases";
import { type DataFunction, dataFunctions } from "./data-functions";
import { LASTS, TIMEOUT_MS } from "./kinds";
import { type Reader, readersOf } from "./readers";

/** What the proof counts of reads. */
export const WRONG_READS = "wrong reads";

/** A fault at a request of a data function. */
interface ReadCase extends Placed {
  readonly called: DataFunction;
  /** What it returns without faults, as JSON. */
  readonly right: string;
  readonly request: LoggedRequest | undefined;
}

/**
 * Every fault at every request of every data function of one side: each read must give what it gives without the fault,
 * or an error, and the right answer once the fault is over.
 */
export async function proveReads(
  side: "program" | "plugin",
  extent: Extent,
  tally: Tally,
  progress: (line: string) => void,
): Promise<void> {
  const { readers, stop } = await readersOf(side, extent.arrays);
  try {
    const functions = dataFunctions.filter(({ ofPlugin }) => side === "program" || ofPlugin !== undefined);
    const found = new Map<string, readonly ReadCase[]>();
    await inParallel(readers, functions, async (reader, called) => {
      found.set(called.name, await casesOf(reader, called));
    });
    const all = functions.flatMap(({ name }) => found.get(name) ?? []);
    const cases = chosenCases(all, extent);
    progress(`${side}: ${cases.length} of ${all.length} cases of ${functions.length} data functions`);
    await inParallel(readers, cases, (reader, read) => prove(side, reader, read, tally));
  } finally {
    await stop();
  }
}

async function casesOf(reader: Reader, called: DataFunction): Promise<readonly ReadCase[]> {
  await reader.array.everyRequest();
  const right = await reader.read(called);
  if ("error" in right) {
    throw new Error(`${called.name} failed without a fault: ${right.error}`);
  }
  const requests = await reader.array.everyRequest();
  return faultsAt(requests).map((placed) => ({
    ...placed,
    called,
    right: right.value,
    request: requests[placed.nth - 1],
  }));
}

async function prove(side: string, reader: Reader, read: ReadCase, tally: Tally): Promise<void> {
  const { called, right, request, kind, nth, lasts } = read;
  await reader.array.control("POST", "/faults", { ...kind.rule, match: { nth }, times: LASTS[lasts] });
  const first = await reader.read(called, kind.timeoutMs ?? TIMEOUT_MS);
  await reader.array.control("DELETE", "/faults");
  const answers = "value" in first ? [first] : [first, await reader.read(called)];
  const findings = answers.flatMap((answer, index) => {
    const isRight = "value" in answer && answer.value === right;
    const mayFail = index === 0 && "error" in answer;
    return isRight || mayFail ? [] : [{ wrong: WRONG_READS, what: JSON.stringify(answer).slice(0, 500) }];
  });
  tally.add({
    title: `${side}: ${called.name}: ${kind.name}, ${lasts}, at request ${nth} (${request?.method} ${request?.path})`,
    findings,
    isAdopted: false,
    runs: answers.map((answer) => ("error" in answer ? answer.error : "went well")),
  });
}
