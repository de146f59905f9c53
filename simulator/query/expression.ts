import { isPlain, type QuerySymbol, readSymbols, splitAt, textOf } from "./quoting";
import { invalidValue, missingValue } from "./refusals";

/** What an alternative of a filter asks of a value, before the field's type is known. */
export type Test =
  | { readonly kind: "unset" }
  /** A literal (one piece) or the literal pieces between wildcards. */
  | { readonly kind: "pattern"; readonly pieces: readonly string[] }
  | { readonly kind: "comparison"; readonly operator: Operator; readonly bound: string }
  | { readonly kind: "range"; readonly low: string; readonly high: string };

/** A comparison operator, written before its bound. */
export type Operator = "<" | "<=" | ">" | ">=";

/** One of the alternatives between `|`. */
export interface Alternative {
  readonly negated: boolean;
  readonly test: Test;
}

/**
 * Parses the value of a filter: `a*`, `<10`, `>=joe`, `3..10`, `!x`, `3|5..9|>100`, `null`, `!null`, with quoting.
 * Throws 262194 where an operator has no value and 262197 for what cannot be read. A comma outside quotes is refused
 * too: ONTAP counts it among the characters that must be quoted, but documents no meaning for it.
 * Source: "Filtering records with single field queries" in NetApp's "Getting started with the ONTAP REST API".
 */
export function parseExpression(name: string, value: string): Alternative[] {
  const symbols = readSymbols(value);
  if (symbols === undefined) {
    throw invalidValue(name, value, "unmatched quote or brace");
  }
  if (symbols.some((symbol) => isPlain(symbol, ","))) {
    throw invalidValue(name, value, "a comma must be quoted");
  }
  return splitAt(symbols, "|").map((alternative) => parseAlternative(name, alternative));
}

function parseAlternative(name: string, symbols: readonly QuerySymbol[]): Alternative {
  const operand = symbols.findIndex((symbol) => !isPlain(symbol, "!"));
  if (operand === -1) {
    throw missingValue(name);
  }
  return { negated: operand % 2 === 1, test: parseTest(name, symbols.slice(operand)) };
}

function parseTest(name: string, symbols: readonly QuerySymbol[]): Test {
  if (textOf(symbols) === "null" && symbols.every((symbol) => !symbol.quoted)) {
    return { kind: "unset" };
  }
  const operator = leadingOperator(symbols);
  if (operator !== undefined) {
    return { kind: "comparison", operator, bound: bound(name, symbols.slice(operator.length)) };
  }
  const dots = symbols.findIndex((symbol, at) => isPlain(symbol, ".") && isPlain(symbols[at + 1], "."));
  if (dots !== -1) {
    return { kind: "range", low: bound(name, symbols.slice(0, dots)), high: bound(name, symbols.slice(dots + 2)) };
  }
  return { kind: "pattern", pieces: splitAt(symbols, "*").map(textOf) };
}

function leadingOperator([first, second]: readonly QuerySymbol[]): Operator | undefined {
  for (const sign of ["<", ">"] as const) {
    if (isPlain(first, sign)) {
      return isPlain(second, "=") ? `${sign}=` : sign;
    }
  }
  return undefined;
}

function bound(name: string, symbols: readonly QuerySymbol[]): string {
  if (symbols.length === 0) {
    throw missingValue(name);
  }
  const text = textOf(symbols);
  if (symbols.some((symbol) => isPlain(symbol, "*"))) {
    throw invalidValue(name, text, "a bound without wildcards");
  }
  return text;
}
