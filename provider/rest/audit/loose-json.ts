/** JSON as the audit log shows it. A number, `true` and the like are strings, too. */
export type Loose = string | readonly Loose[] | LooseObject;

/** An object; a key may occur twice. */
export interface LooseObject {
  readonly members: ReadonlyArray<readonly [key: string, value: Loose]>;
}

const TOKEN = /"((?:[^"\\]|\\[\s\S])*)"?|[{}[\],:]|\^[@-_]|[^\s{}[\],:"^]+|[\s\S]/gy;
/** Deeper than any body that ONTAP documents; what is below is not read. */
const DEEPEST = 20;

/**
 * The values in a string, one after the other, as far as they can be read: with tabs and line breaks as `^I` and `^J`,
 * with every quote escaped, cut off at the end. Never throws.
 */
export function looseValues(text: string): readonly Loose[] {
  const isEscaped = /^[^"]*\\"/.test(text);
  return new Reader(isEscaped ? text.replace(/\\(["\\])/g, "$1") : text).values();
}

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = [...text.matchAll(TOKEN)].map(([token]) => token).filter((token) => !/^(\s|\^[@-_]$)/.test(token));
  }

  values(): readonly Loose[] {
    const found: Loose[] = [];
    while (this.#at < this.#tokens.length) {
      const value = this.#value(0);
      if (value !== undefined) {
        found.push(value);
      }
    }
    return found;
  }

  /** Takes at least one token; undefined for one that begins no value. */
  #value(depth: number): Loose | undefined {
    const token = this.#next();
    if (depth > DEEPEST || token === undefined || /^[}\],:]$/.test(token)) {
      return undefined;
    }
    return token === "{" ? this.#object(depth) : token === "[" ? this.#list(depth) : unquoted(token);
  }

  #object(depth: number): LooseObject {
    const members: Array<readonly [string, Loose]> = [];
    for (let token = this.#next(); token !== undefined && token !== "}"; token = this.#next()) {
      if (this.#tokens[this.#at] === ":") {
        this.#at += 1;
        // What was cut off after its key was given all the same.
        members.push([unquoted(token), this.#value(depth + 1) ?? ""]);
      }
    }
    return { members };
  }

  #list(depth: number): readonly Loose[] {
    const found: Loose[] = [];
    while (this.#at < this.#tokens.length && this.#tokens[this.#at] !== "]") {
      const value = this.#value(depth + 1);
      if (value !== undefined) {
        found.push(value);
      }
    }
    this.#at += 1;
    return found;
  }

  #next(): string | undefined {
    this.#at += 1;
    return this.#tokens[this.#at - 1];
  }
}

function unquoted(token: string): string {
  if (!token.startsWith('"')) {
    return token;
  }
  const inner = token.slice(1, token.length > 1 && token.endsWith('"') ? -1 : undefined);
  try {
    return String(JSON.parse(`"${inner}"`));
  } catch {
    return inner;
  }
}
