/** How long a command works before it says at what, and how often the time is written again, in milliseconds. */
const EVERY_MS = 1000;
/** Goes to the start of the line and erases it. */
const ERASE = "\r\u001b[2K";

/** Where progress and remarks go: standard error, or what looks like it. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** What a command tells while it works. */
export interface Progress {
  /** Says what is being done from now on, as a clause: `reading the stack`. */
  step(what: string): void;
  /** Prints a line that stays. */
  remark(text: string): void;
}

/**
 * Runs a command's work. On a terminal one line says at what it is and for how long, once it has taken a second, and is
 * erased at the end; elsewhere only remarks are printed.
 */
export async function withProgress<Result>(
  command: string,
  work: (progress: Progress) => Promise<Result>,
  stream: ProgressStream = process.stderr,
): Promise<Result> {
  const startedAt = Date.now();
  const isTerminal = stream.isTTY === true && process.env.TERM !== "dumb";
  let what = "starting";
  let isDue = false;
  let isShown = false;
  const erase = () => {
    if (isShown) {
      stream.write(ERASE);
      isShown = false;
    }
  };
  const show = () => {
    if (!isTerminal || !isDue) {
      return;
    }
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    const line = `ontap-iscsi ${command}: ${what} (${seconds} s)`;
    stream.write(`${ERASE}${line.slice(0, Math.max(0, (stream.columns ?? 80) - 1))}`);
    isShown = true;
  };
  const timer = setInterval(() => {
    isDue = true;
    show();
  }, EVERY_MS);
  try {
    return await work({
      step(text) {
        what = text;
        show();
      },
      remark(text) {
        erase();
        stream.write(`ontap-iscsi ${command}: ${text}\n`);
        show();
      },
    });
  } finally {
    clearInterval(timer);
    erase();
  }
}
