import type { Bag } from "../../test/engine/bag";
import { valueAt } from "./place";

/** A check failure with what it is about. */
export interface PlacedFailure {
  readonly reason: string;
  /** ONTAP's code, where the failure has one. */
  readonly code: string | undefined;
  readonly path: readonly string[];
  /** What the arguments have there. */
  readonly value: unknown;
  readonly args: Bag;
}

/** A failure of a check for which the array has no refusal. */
interface ProviderRefusal {
  readonly name: string;
  /** Why a program is refused what the array takes. */
  readonly why: string;
  is(failure: PlacedFailure): boolean;
}

/** All that a check may refuse though the array takes it. */
export const PROVIDER_REFUSALS: readonly ProviderRefusal[] = [
  {
    name: "an address list without an address",
    why: "the array takes it for none, which admits every address: a computed list must not end in that",
    is: ({ reason }) => /names no address, which would admit every address/.test(reason),
  },
  {
    name: "an IPv4 network without a netmask",
    why: "the documents name a default for IPv6 alone",
    is: ({ reason, value }) => /netmask is required for an IPv4 address/.test(reason) && value === undefined,
  },
  {
    name: "a number in place of a string",
    why: "programs are typed; the array takes either, as its own clients send both",
    is: ({ reason, code, value }) => isMalformed(reason, code) && typeof value === "number",
  },
  {
    name: "a string in place of a boolean",
    why: "programs are typed; the array takes either, as the documents' own example does",
    is: ({ reason, value }) => / must be true or false$/.test(reason) && /^(true|false)$/i.test(String(value)),
  },
  {
    name: "an empty user or password of the outbound pair",
    why: "the array takes it for no pair, or clears the pair: to a program that is a pair left out",
    is: ({ reason, code, path, value }) =>
      isMalformed(reason, code) && path.join(".").startsWith("chap.outbound.") && value === "",
  },
  {
    name: "an outbound pair without a user or a password",
    why: "the array takes it for none: a computed pair that turned out empty must not become one-way CHAP",
    is: ({ reason, value }) => /^chap\.outbound needs both user and password/.test(reason) && value === undefined,
  },
  {
    name: "a wrong password in an outbound pair that is to be cleared",
    why: "the array clears by an empty user, which a program does not give, and then looks at no password",
    is: ({ path, args }) =>
      path.join(".") === "chap.outbound.password" && valueAt(args, ["chap", "outbound", "user"]) === "",
  },
  {
    name: "no type for default",
    why: "a program declares the row as a whole, though the array, which has it already, only changes what it is sent",
    is: ({ reason }) => reason === "authenticationType is required",
  },
];

/** A failure of a check where the array, which refuses the same field, has another code for it. */
interface OtherCode {
  readonly why: string;
  /** The array's codes that it may stand for. */
  readonly array: readonly string[];
  is(failure: PlacedFailure): boolean;
}

/** All codes of the array that a check may give another word for, besides those of {@link standsFor}. */
export const OTHER_CODES: readonly OtherCode[] = [
  {
    why: "an empty name is a missing value, or one of neither form: no document says which",
    array: ["262212"],
    is: ({ code, path, value }) => code === "5373997" && path[0] === "initiator" && value === "",
  },
  {
    why: "an empty user or password is one that is missing, or one that is too short: no document says which",
    array: ["5374149", "5374150"],
    is: ({ reason, code, path, value }) => isMalformed(reason, code) && path[0] === "chap" && value === "",
  },
  {
    why: "whether `default` refuses an empty list is one of the open questions, `emptyListOnDefault`",
    array: ["5374155"],
    is: ({ reason }) => /names no address, which would admit every address/.test(reason),
  },
  {
    why: "the array reads a number as text and applies the rules of the text; a program is told the type",
    array: ["5373997", "5374145", "5374147"],
    is: ({ reason, code, value }) => isMalformed(reason, code) && typeof value === "number",
  },
  {
    why: "ONTAP has a code for a known field that it sets itself; a program has no such property",
    array: ["262196"],
    is: ({ reason, path }) => /^there is no property /.test(reason) && path.join(".") === "target.name",
  },
  {
    why: "a `default` row without a type is changed in nothing, or in CHAP alone, which are codes of PATCH",
    array: ["262190", "5374900"],
    is: ({ reason }) => reason === "authenticationType is required",
  },
];

/** Codes that depend on what is on the array, which a check does not ask; the array may look there first. */
export const OF_STATE: ReadonlySet<string> = new Set(["2621462", "2621706", "5374078", "5374142"]);

/** How ONTAP refuses, whatever the field, what is no value of it. */
const OF_SHAPE = new Set(["262197", "262212", "262254", "262255"]);

/** True for a failure that says which values a property takes. */
function isMalformed(reason: string, code: string | undefined): boolean {
  return code === undefined && /^\S+ must /.test(reason);
}

/** True where a failure without a code says of a field what the array says by one of its general codes. */
export function standsFor({ reason, code, value }: PlacedFailure, refusal: string): boolean {
  if (/^there is no property /.test(reason)) {
    return refusal === "262179";
  }
  if (/ is required$| needs both user and password$/.test(reason)) {
    return refusal === "262212";
  }
  // Of an object in place of a string the array says that it has a field too many.
  const isUnknownField = refusal === "262179" && typeof value === "object";
  return isMalformed(reason, code) && (OF_SHAPE.has(refusal) || isUnknownField);
}
