import type { Bag } from "../../test/engine/bag";
import type { CheckResult } from "../../test/engine/provider-host";
import type { ArrayVerdict, Refusal } from "./array-verdict";
import { OF_STATE, OTHER_CODES, type PlacedFailure, PROVIDER_REFUSALS, standsFor } from "./exceptions";
import { isAbout, pathOf, valueAt } from "./place";

type Failures = CheckResult["failures"];

/** What came of comparing the verdicts. */
export interface Comparison {
  /** How they disagree, in words that are the same for the same disagreement; undefined where they agree. */
  readonly disagreement?: string;
  /** By which exceptions they agree, if they do not without one. */
  readonly exceptions: readonly string[];
}

/**
 * Compares the verdicts of the two sides and of the array. A check reports everything that is wrong, an array the first
 * thing: what that says must be among what the check says.
 */
export function compare(args: Bag, dynamic: Failures, plugin: Failures, array: ArrayVerdict): Comparison {
  if (!areAlike(dynamic, plugin)) {
    return { disagreement: "the two sides disagree", exceptions: [] };
  }
  const failures = dynamic.map(({ property, reason }): PlacedFailure => {
    const path = pathOf(property);
    return { reason, code: /\(ONTAP (\d+)\)$/.exec(reason)?.[1], path, value: valueAt(args, path), args };
  });
  return array === undefined ? ofAccepted(failures) : ofRefused(failures, array);
}

function ofAccepted(failures: readonly PlacedFailure[]): Comparison {
  const exceptions = failures.map((failure) => PROVIDER_REFUSALS.find(({ is }) => is(failure))?.name);
  const strict = failures[exceptions.indexOf(undefined)];
  return strict === undefined
    ? { exceptions: exceptions.filter((name) => name !== undefined) }
    : { disagreement: `the array takes what check refuses: ${inShort(strict)}`, exceptions: [] };
}

function ofRefused(failures: readonly PlacedFailure[], { code, field }: Refusal): Comparison {
  if (OF_STATE.has(code)) {
    return { exceptions: ["what is on the array"] };
  }
  const there = failures.filter(({ path }) => field === "" || isAbout(path, field));
  if (failures.some((failure) => failure.code === code) || there.some((failure) => standsFor(failure, code))) {
    return { exceptions: [] };
  }
  const other = OTHER_CODES.find(({ array, is }) => array.includes(code) && there.some(is));
  if (other !== undefined) {
    return { exceptions: [other.why] };
  }
  const said = failures.length === 0 ? "takes it" : [...new Set(there.map(inShort)), "nothing of that"][0];
  return { disagreement: `the array says ${code} of ${field}, check ${said}`, exceptions: [] };
}

function inShort({ code, path, reason }: PlacedFailure): string {
  const place = path.map((name) => (/^\d+$/.test(name) ? "n" : name)).join(".");
  return `${code ?? reason.replace(/.*?(?= must | is )/, "...")} of ${place}`;
}

/**
 * True where both sides say the same. The engine prints the value of a property that the plugin names, so the plugin
 * names others in the text, unless they are named there already.
 */
function areAlike(dynamic: Failures, plugin: Failures): boolean {
  return (
    dynamic.length === plugin.length &&
    dynamic.every(({ property, reason }, place) => {
      const other = plugin[place];
      const isInText = other?.property === "" && [reason, `${property}: ${reason}`].includes(other.reason);
      return isInText || (other?.property === property && other.reason === reason);
    })
  );
}
