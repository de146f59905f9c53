import { valuesAt } from "./field-values";
import type { RecordTest } from "./filter";
import { type KnownFields, leavesOf } from "./known-fields";
import { isPlain, type QuerySymbol, splitAt, textOf } from "./quoting";
import {
  crossFieldTwice,
  emptyCrossFieldQuery,
  halfCrossFieldQuery,
  invalidValue,
  noCrossFields,
  unmatchedQuote,
} from "./refusals";
import { matchesPieces } from "./wildcard";

/**
 * Makes a test of `query` and `query_fields`. Words between spaces must all be found, alternatives between `|` bind
 * tighter than spaces. A word without `*` is found anywhere in a value, one with `*` must span the whole value; text in
 * double quotes is literal. Passes everything if neither parameter is given. Throws 262272 to 262276.
 * Source: "Filtering records with cross-field queries" in NetApp's "Getting started with the ONTAP REST API".
 */
export function compileCrossFieldQuery(
  known: KnownFields,
  query: string | undefined,
  queryFields: string | undefined,
): RecordTest {
  if (query === undefined && queryFields === undefined) {
    return () => true;
  }
  if (query === undefined) {
    throw halfCrossFieldQuery("query");
  }
  if (queryFields === undefined) {
    throw halfCrossFieldQuery("query_fields");
  }
  const paths = searchedFields(known, queryFields).map((field) => field.split("."));
  const words = parseWords(query);
  return (record) => {
    const values = paths.flatMap((path) => valuesAt(record, path)).map(String);
    return words.every((alternatives) => alternatives.some((matches) => values.some(matches)));
  };
}

function searchedFields(known: KnownFields, queryFields: string): string[] {
  const names = queryFields.split(",").filter((name) => name !== "");
  const seen = new Set<string>();
  const searched = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) {
      throw crossFieldTwice(name);
    }
    seen.add(name);
    if (!name.startsWith("!")) {
      for (const leaf of resolve(known, name)) {
        searched.add(leaf);
      }
    }
  }
  for (const name of names) {
    if (name.startsWith("!")) {
      for (const leaf of resolve(known, name.slice(1))) {
        searched.delete(leaf);
      }
    }
  }
  if (searched.size === 0) {
    throw noCrossFields();
  }
  return [...searched];
}

function resolve(known: KnownFields, name: string): string[] {
  const leaves = name === "*" ? [...known.keys()] : leavesOf(known, name);
  if (leaves.length === 0) {
    throw invalidValue("query_fields", name, "<field,...>");
  }
  return leaves.filter((leaf) => !known.get(leaf)?.writeOnly);
}

function parseWords(query: string): ((value: string) => boolean)[][] {
  const words = splitAt(readQuoted(query), " ")
    .map((word) => splitAt(word, "|").filter((alternative) => textOf(alternative) !== ""))
    .filter((alternatives) => alternatives.length > 0);
  if (words.length === 0) {
    throw emptyCrossFieldQuery();
  }
  return words.map((alternatives) => alternatives.map(compileWord));
}

function compileWord(symbols: readonly QuerySymbol[]): (value: string) => boolean {
  const pieces = splitAt(symbols, "*").map(textOf);
  if (!symbols.some((symbol) => isPlain(symbol, "*"))) {
    return (value) => value.includes(textOf(symbols));
  }
  return (value) => matchesPieces(value, pieces);
}

function readQuoted(query: string): QuerySymbol[] {
  const runs = query.split('"');
  if (runs.length % 2 === 0) {
    throw unmatchedQuote();
  }
  return runs.flatMap((run, index): QuerySymbol[] =>
    index % 2 === 1 ? [{ text: run, quoted: true }] : [...run].map((text) => ({ text, quoted: false })),
  );
}
