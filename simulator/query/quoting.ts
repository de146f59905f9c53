/** One character of an expression. Quoted ones are literal; an empty quoted run is one symbol without text. */
export interface QuerySymbol {
  readonly text: string;
  readonly quoted: boolean;
}

/**
 * Reads an expression into symbols. Everything between double quotes is literal, and everything between braces, which
 * nest: `{{x}}` is `{x}`, `{"x"}` is `"x"`. Quoted and plain runs may follow each other: `"a*"{"}*` is `a*"` and a
 * wildcard. A brace that finds no partner closes at the last brace there is, so that `{{}` is `{`.
 * Returns undefined for a quote or brace that nothing closes.
 * Source: "Escaping" in NetApp's "Getting started with the ONTAP REST API"; what it leaves open is decided here.
 */
export function readSymbols(text: string): QuerySymbol[] | undefined {
  const symbols: QuerySymbol[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character !== '"' && character !== "{") {
      symbols.push({ text: character, quoted: false });
      continue;
    }
    const end = character === '"' ? text.indexOf('"', at + 1) : closingBrace(text, at);
    if (end === -1) {
      return undefined;
    }
    symbols.push({ text: text.slice(at + 1, end), quoted: true });
    at = end;
  }
  return symbols;
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") {
      depth += 1;
    }
    if (text[at] === "}") {
      depth -= 1;
    }
    if (depth === 0) {
      return at;
    }
  }
  const last = text.lastIndexOf("}");
  return last > open ? last : -1;
}

/** True for an unquoted symbol with that text. */
export function isPlain(symbol: QuerySymbol | undefined, text: string): boolean {
  return symbol !== undefined && !symbol.quoted && symbol.text === text;
}

/** The symbols' characters, quoted or not. */
export function textOf(symbols: readonly QuerySymbol[]): string {
  return symbols.map((symbol) => symbol.text).join("");
}

/** Cuts at every unquoted `separator`. Always yields at least one piece. */
export function splitAt(symbols: readonly QuerySymbol[], separator: string): QuerySymbol[][] {
  const pieces: QuerySymbol[][] = [[]];
  for (const symbol of symbols) {
    if (isPlain(symbol, separator)) {
      pieces.push([]);
    } else {
      pieces.at(-1)?.push(symbol);
    }
  }
  return pieces;
}
