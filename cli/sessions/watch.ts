import { setTimeout as sleep } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";

/** One look, in the form in which it is shown. */
export interface Shown {
  readonly text: string;
  /** Exit code, should this be the last look. */
  readonly code: number;
  /** True where every further look would fail in the same way. */
  readonly isFinal: boolean;
}

/** Where looks are shown one after another: standard output. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly rows?: number;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Clears a terminal and goes to its first line. */
const CLEAR = "\u001b[H\u001b[2J\u001b[3J";

/**
 * Looks again and again, until the signal; gives the exit code of the last look. A terminal shows the newest look alone,
 * cut to its height; anything else gets all of them. The time between two looks counts from the end of the first.
 */
export async function watch(
  look: () => Promise<Shown>,
  { everyMs, screen, signal }: { readonly everyMs: number; readonly screen: Screen; readonly signal: AbortSignal },
): Promise<number> {
  for (;;) {
    const { text, code, isFinal } = await look();
    screen.write(screen.isTTY === true ? `${CLEAR}${fitted(text, everyMs, screen)}` : text);
    if (isFinal || signal.aborted) {
      return code;
    }
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) {
      return code;
    }
  }
}

/** The first lines, which are the worst, below one that says how often there is a new look. */
function fitted(text: string, everyMs: number, { rows = Number.MAX_SAFE_INTEGER, columns = 80 }: Screen): string {
  const lines = text.trimEnd().split("\n");
  // One row for the title, one below it, one for the cursor, and one that says what is left out.
  let room = rows - 4;
  const cut = lines.findIndex((line) => {
    room -= Math.max(1, Math.ceil(stripVTControlCharacters(line).length / columns));
    return room < 0;
  });
  const shown = cut < 0 ? lines : [...lines.slice(0, cut), `... ${lines.length - cut} more lines`];
  const title = `Every ${everyMs / 1000} s, last at ${new Date().toLocaleTimeString("en-GB")}. Ctrl-C ends.`;
  return `${[title, "", ...shown].join("\n")}\n`;
}
