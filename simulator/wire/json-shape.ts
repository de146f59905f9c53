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
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\]]/g)) {
    if (token === "{" || token === "[") {
      open.push(token === "{" ? new Set() : undefined);
    } else if (token === "}" || token === "]") {
      open.pop();
    } else if (token.endsWith(":")) {
      const key: unknown = JSON.parse(token.slice(0, -1));
      const keys = open.at(-1);
      if (typeof key !== "string" || keys?.has(key)) {
        return String(key);
      }
      keys?.add(key);
    }
  }
  return undefined;
}
