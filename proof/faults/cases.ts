import type { LoggedRequest } from "../../test/array";
import { chosen } from "../support/chosen";
import type { FaultCase } from "./case";
import { type FaultKind, faultKinds, happensTo, LASTS, type Lasts } from "./kinds";
import type { Reference } from "./reference";

/** How much of a matrix is run. */
export interface Extent {
  readonly seed: number;
  /** At most so many cases. */
  readonly cases: number;
  /** So many arrays are at work at once. */
  readonly arrays: number;
}

/** A fault that is put at one request. */
export interface Placed {
  readonly kind: FaultKind;
  /** Which request, from 1. */
  readonly nth: number;
  readonly lasts: Lasts;
}

const lasting: readonly Lasts[] = Object.keys(LASTS).filter((name): name is Lasts => Object.hasOwn(LASTS, name));

/** Every fault at every one of these requests. */
export function faultsAt(requests: readonly LoggedRequest[]): readonly Placed[] {
  return requests.flatMap((request, index) =>
    faultKinds
      .filter((kind) => happensTo(kind, request))
      .flatMap((kind) => lasting.map((lasts) => ({ kind, nth: index + 1, lasts }))),
  );
}

/** Every fault at every request of an operation. */
export function casesOf(reference: Reference): readonly FaultCase[] {
  return faultsAt(reference.end.requests).map((placed) => ({ ...placed, reference }));
}

/**
 * The cases that are run, in an order that follows from the seed. Where all are, those that wait the longest begin; where
 * not, they are left out.
 */
export function chosenCases<Case extends Placed>(all: readonly Case[], { cases, seed }: Extent): readonly Case[] {
  const isSlow = ({ kind }: Placed) => kind.timeoutMs !== undefined;
  const quick = chosen(
    all.filter((placed) => !isSlow(placed)),
    cases,
    seed,
  );
  return cases < all.length ? quick : [...all.filter(isSlow), ...quick];
}
