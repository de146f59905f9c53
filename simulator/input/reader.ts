import { isList, isRecord, type Json, type WireRecord } from "../wire/json";
import { InputError } from "./input-error";

/** One object of a fixture or a control plane call, read field by field; what is wrong is named with its place. */
export class InputReader {
  constructor(
    private readonly record: WireRecord,
    /** Where the object stands, for messages; empty at the top. */
    readonly place: string,
    known: readonly string[],
  ) {
    for (const key of Object.keys(record)) {
      if (key !== "_links" && !known.includes(key)) {
        throw new InputError(`${this.at(key)} is not known here; known are ${known.join(", ")}`);
      }
    }
  }

  at(key: string): string {
    return this.place === "" ? key : `${this.place}.${key}`;
  }

  fail(key: string, problem: string): InputError {
    return new InputError(`${this.at(key)} ${problem}`);
  }

  has(key: string): boolean {
    return this.value(key) !== undefined;
  }

  text(key: string): string | undefined {
    const value = this.value(key);
    if (value === undefined || typeof value === "string") return value;
    throw this.fail(key, "must be a string");
  }

  required(key: string): string {
    const value = this.text(key);
    if (value === undefined || value === "") throw this.fail(key, "is missing");
    return value;
  }

  integer(key: string): number | undefined {
    const value = this.value(key);
    if (value === undefined || (typeof value === "number" && Number.isInteger(value))) return value;
    throw this.fail(key, "must be an integer");
  }

  /** An integer of at least zero. */
  nonNegativeInt(key: string): number | undefined {
    const value = this.integer(key);
    if (value !== undefined && value < 0) throw this.fail(key, "must not be negative");
    return value;
  }

  /** An integer of at least one. */
  positiveInt(key: string): number | undefined {
    const value = this.integer(key);
    if (value !== undefined && value < 1) throw this.fail(key, "must be at least 1");
    return value;
  }

  textOrNumber(key: string): string | undefined {
    const value = this.value(key);
    return typeof value === "number" ? String(value) : this.text(key);
  }

  flag(key: string, defaultValue: boolean): boolean {
    const value = this.value(key) ?? defaultValue;
    if (typeof value === "boolean") return value;
    throw this.fail(key, "must be true or false");
  }

  oneOf<Choice extends string>(key: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.text(key)?.toLowerCase();
    if (value === undefined) return undefined;
    const choice = choices.find((candidate) => candidate === value);
    if (choice === undefined) throw this.fail(key, `must be one of ${choices.join(", ")}`);
    return choice;
  }

  object(key: string, known: readonly string[]): InputReader | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    if (!isRecord(value)) throw this.fail(key, "must be an object");
    return new InputReader(value, this.at(key), known);
  }

  objects(key: string, known: readonly string[]): InputReader[] {
    return this.list(key).map((member, index) => {
      if (!isRecord(member)) throw this.fail(`${key}[${index}]`, "must be an object");
      return new InputReader(member, this.at(`${key}[${index}]`), known);
    });
  }

  /** As `objects`; one object alone is a list of one, as older documents print the lists of their records. */
  members(key: string, known: readonly string[]): InputReader[] {
    const only = isRecord(this.value(key)) ? this.object(key, known) : undefined;
    return only === undefined ? this.objects(key, known) : [only];
  }

  texts(key: string): string[] | undefined {
    if (!this.has(key)) return undefined;
    return this.list(key).map((member, index) => {
      if (typeof member !== "string") throw this.fail(`${key}[${index}]`, "must be a string");
      return member;
    });
  }

  private list(key: string): readonly Json[] {
    const value = this.value(key) ?? [];
    if (!isList(value)) throw this.fail(key, "must be an array");
    return value;
  }

  private value(key: string): Exclude<Json, null> | undefined {
    return (Object.hasOwn(this.record, key) ? this.record[key] : undefined) ?? undefined;
  }
}
