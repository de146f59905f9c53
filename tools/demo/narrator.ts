const [BOLD, DIM, GREEN, PLAIN] = process.stdout.isTTY
  ? ["\u001b[1m", "\u001b[2m", "\u001b[32m", "\u001b[0m"]
  : ["", "", "", ""];

/** Writes the story to standard output and keeps what was shown for the summary table. */
export class Narrator {
  readonly #shown: Array<readonly [string, string]> = [];
  #chapter = 0;

  chapter(title: string): void {
    this.#chapter += 1;
    print(`\n${BOLD}${this.#chapter}. ${title}${PLAIN}\n`);
  }

  say(text: string): void {
    print(`${text}\n`);
  }

  /** What a program printed or a file holds, set apart. */
  quote(text: string): void {
    const lines = text
      .replace(/\r/g, "")
      .split("\n")
      .filter((line) => line.trim() !== "" && !/^\s*@ /.test(line));
    print(`${lines.map((line) => `${DIM}  | ${PLAIN}${line}`).join("\n")}\n`);
  }

  /** Checks what was shown and notes it for the table. Throws, which fails the demonstration, where it is wrong. */
  shown(what: string, isRight: boolean, evidence: string): void {
    if (!isRight) {
      throw new Error(`the demonstration failed at "${what}": ${evidence}`);
    }
    print(`${GREEN}  ✓ ${what}${PLAIN} ${DIM}(${evidence})${PLAIN}\n`);
    this.#shown.push([what, evidence]);
  }

  /** The table of what was shown. */
  table(): void {
    const width = Math.max(...this.#shown.map(([what]) => what.length));
    print(`\n${BOLD}What was shown${PLAIN}\n\n`);
    for (const [what, evidence] of this.#shown) {
      print(`  ${what.padEnd(width)}  ${evidence}\n`);
    }
    print("\n");
  }
}

function print(text: string): void {
  process.stdout.write(text);
}
