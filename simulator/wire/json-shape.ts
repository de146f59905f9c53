/** How large a JSON text is, measured before it is parsed. */
export interface JsonShape {
  /** How deep objects and arrays are nested. */
  readonly depth: number;
  /** Most properties of one object. */
  readonly width: number;
}

/** Counts without checking anything: outside of strings, every colon separates a property from its value. */
export function jsonShape(text: string): JsonShape {
  const widths: number[] = [];
  let depth = 0;
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at);
    } else if (character === "{" || character === "[") {
      depth = Math.max(depth, widths.push(0));
    } else if (character === "}" || character === "]") {
      widths.pop();
    } else if (character === ":") {
      const own = (widths.pop() ?? 0) + 1;
      widths.push(own);
      width = Math.max(width, own);
    }
  }
  return { depth, width };
}

/** Where the string that begins there ends; at the text's end if it does not. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    at += text[at] === "\\" ? 2 : 1;
  }
  return at;
}

/** The first key that an object in a JSON text has twice, which `JSON.parse` passes over. The text must be valid. */
export function repeatedKey(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  // Read by hand: a pattern for strings keeps a step of each character, and gives up on one of some megabytes.
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "{" || character === "[") {
      open.push(character === "{" ? new Set() : undefined);
    } else if (character === "}" || character === "]") {
      open.pop();
    } else if (character === '"') {
      const end = endOfString(text, at);
      if (isKey(text, end + 1)) {
        const key: unknown = JSON.parse(text.slice(at, end + 1));
        const keys = open.at(-1);
        if (typeof key !== "string" || keys?.has(key)) {
          return String(key);
        }
        keys?.add(key);
      }
      at = end;
    }
  }
  return undefined;
}

/** Whether a colon follows, after white space only. */
function isKey(text: string, after: number): boolean {
  let at = after;
  while (at < text.length && " \t\r\n".includes(text[at] ?? "")) {
    at += 1;
  }
  return text[at] === ":";
}
