import { asObject } from "../../provider/schema";
import { readFile } from "../read-file";

const DIRECTIONS = ["inbound", "outbound"] as const;

/** Which side of CHAP a password is for. */
export type Direction = (typeof DIRECTIONS)[number];

/** The passwords that the user knows, by `<svm name>/<initiator>`. */
export type KnownPasswords = ReadonlyMap<string, Readonly<Partial<Record<Direction, string>>>>;

/** The passwords file is malformed. The message holds names from it and no values. */
export class PasswordsError extends Error {
  override readonly name = "PasswordsError";
}

/** Reads `{"<svm name>/<initiator>": {"inbound": "...", "outbound": "..."}}`. Throws {@link PasswordsError}. */
export async function readPasswords(file: string | undefined): Promise<KnownPasswords> {
  if (file === undefined) {
    return new Map();
  }
  const all = asObject(parse(file, (await readFile(file)).toString("utf8")));
  if (all === undefined) {
    throw new PasswordsError(`${file} must hold one JSON object`);
  }
  return new Map(Object.entries(all).map(([key, value]) => [key, entry(file, key, value)]));
}

function entry(file: string, key: string, value: unknown): Partial<Record<Direction, string>> {
  const properties = asObject(value);
  if (properties === undefined) {
    throw new PasswordsError(`${file}: ${key} must be an object with inbound and, for mutual CHAP, outbound`);
  }
  const passwords: Partial<Record<Direction, string>> = {};
  for (const [name, password] of Object.entries(properties)) {
    const direction = DIRECTIONS.find((known) => known === name);
    if (direction === undefined) {
      throw new PasswordsError(`${file}: ${key}: there is no ${name}; allowed are ${DIRECTIONS.join(" and ")}`);
    }
    if (typeof password !== "string" || password === "") {
      throw new PasswordsError(`${file}: ${key}.${name} must be a string that is not empty`);
    }
    passwords[direction] = password;
  }
  return passwords;
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text around the place.
    throw new PasswordsError(`${file} is not JSON`);
  }
}
