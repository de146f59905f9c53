import { kinds } from "../../provider/inventory";
import { asObject } from "../../provider/schema";
import { readFile } from "../read-file";

/** What a password is called in the passwords file: `inbound` for the one at `chap.inbound.password`. */
export function labelOf(path: readonly string[]): string {
  return path.slice(0, -1).at(-1) ?? path.join(".");
}

/** Every label that a passwords file may hold. */
export const passwordLabels: readonly string[] = [
  ...new Set(kinds.flatMap(({ secrets }) => secrets.map((path) => labelOf(path)))),
];

/** The passwords that the user knows, by `<svm name>/<initiator>` and then by label. */
export type KnownPasswords = ReadonlyMap<string, ReadonlyMap<string, string>>;

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

function entry(file: string, key: string, value: unknown): ReadonlyMap<string, string> {
  const properties = asObject(value);
  if (properties === undefined) {
    throw new PasswordsError(`${file}: ${key} must be an object with inbound and, for mutual CHAP, outbound`);
  }
  const passwords = new Map<string, string>();
  for (const [label, password] of Object.entries(properties)) {
    if (!passwordLabels.includes(label)) {
      throw new PasswordsError(`${file}: ${key}: there is no ${label}; allowed are ${passwordLabels.join(" and ")}`);
    }
    if (typeof password !== "string" || password === "") {
      throw new PasswordsError(`${file}: ${key}.${label} must be a string that is not empty`);
    }
    passwords.set(label, password);
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
