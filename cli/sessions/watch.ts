import { setTimeout as sleep } from "node:timers/promises";

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
    screen.write(
      screen.isTTY === true ? `${CLEAR}${fitted(text, everyMs, screen.rows ?? Number.MAX_SAFE_INTEGER)}` : text,
    );
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
function fitted(text: string, everyMs: number, rows: number): string {
  const lines = text.trimEnd().split("\n");
  const room = rows - 3;
  const cut = lines.length > room ? [...lines.slice(0, room - 1), `... ${lines.length - room + 1} more lines`] : lines;
  const title = `Every ${everyMs / 1000} s, last at ${new Date().toLocaleTimeString("en-GB")}. Ctrl-C ends.`;
  return `${[title, "", ...cut].join("\n")}\n`;
}
