import { type SvmReference, sameSvm } from "../schema/svm";
import { Slots } from "./slots";

/** Longest wait for an object that another one needs, in milliseconds. */
const TIMEOUT_MS = 30_000;
/** How long the program may take to announce that object, and then the engine to begin its creation, in milliseconds. */
const BEGINNING_MS = 5_000;
const POLL_MS = 50;

interface PendingPrerequisite {
  readonly cluster: string | undefined;
  /** The SVM as the program names it. */
  readonly given: SvmReference;
  /** The same; once the object is there, by name and UUID. */
  svm: SvmReference;
  readonly registeredAt: number;
  state: "announced" | "begun" | "there" | "failed";
}

/**
 * How a wait ended: the object is `there`; its creation `failed`; `none` was being created in time; it came too `late`;
 * or it was too `crowded` to wait, since this one may have held the last slot of the engine.
 */
export type WaitEnd = "there" | "failed" | "none" | "late" | "crowded";

/**
 * Objects that others on the same SVM need (an iSCSI service is needed by its credentials), as far as this process
 * creates them. It lets a program leave out `dependsOn`: whoever meets a missing one waits for it here.
 */
export class PendingPrerequisites {
  readonly #known: PendingPrerequisite[] = [];

  constructor(readonly slots = new Slots()) {}

  /** Notes that the program wants one to be created. */
  register(cluster: string | undefined, svm: SvmReference): void {
    this.#entry(cluster, svm);
  }

  /** Notes that the creation begins, so that it has a slot of its own. */
  begin(cluster: string | undefined, svm: SvmReference): void {
    this.#entry(cluster, svm).state = "begun";
  }

  /** Notes how the creation ended, and, where ONTAP told it, the SVM's name and UUID. */
  settle(cluster: string | undefined, svm: SvmReference, state: "there" | "failed", actual = svm): void {
    const entry = this.#entry(cluster, svm);
    entry.state = state;
    entry.svm = actual;
  }

  /**
   * Waits until one is there: 30 s for one whose creation has begun, 5 s for the beginning. A wait for the beginning
   * leaves a slot of the engine free.
   */
  async waitFor(cluster: string | undefined, svm: SvmReference): Promise<WaitEnd> {
    const startedAt = performance.now();
    const waiting = this.slots.wait();
    try {
      for (;;) {
        const candidates = this.#known.filter((known) => known.cluster === cluster && mayBeSame(known.svm, svm));
        const verdict = verdictOn(candidates, startedAt, this.slots.lastStartAt);
        if (verdict !== "beginning" && verdict !== "wait") {
          return verdict;
        }
        if (verdict === "beginning" && waiting.mustGiveWay()) {
          return "crowded";
        }
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    } finally {
      waiting.end();
    }
  }

  #entry(cluster: string | undefined, svm: SvmReference): PendingPrerequisite {
    const found = this.#known.find(
      ({ given, ...known }) => known.cluster === cluster && given.name === svm.name && given.uuid === svm.uuid,
    );
    if (found !== undefined) {
      return found;
    }
    const entry: PendingPrerequisite = {
      cluster,
      given: svm,
      svm,
      registeredAt: performance.now(),
      state: "announced",
    };
    this.#known.push(entry);
    return entry;
  }
}

function verdictOn(
  candidates: readonly PendingPrerequisite[],
  startedAt: number,
  lastStartAt: number,
): WaitEnd | "wait" | "beginning" {
  const now = performance.now();
  if (candidates.some(({ state }) => state === "there")) {
    return "there";
  }
  if (candidates.length > 0 && candidates.every(({ state }) => state === "failed")) {
    return "failed";
  }
  if (now - startedAt > TIMEOUT_MS) {
    return "late";
  }
  if (candidates.some(({ state }) => state === "begun")) {
    return "wait";
  }
  // An announced one is the engine's to begin, which it does step by step: while it begins others, this one may follow.
  const announced = candidates.filter(({ state }) => state === "announced").map(({ registeredAt }) => registeredAt);
  const since = announced.length === 0 ? startedAt : Math.max(startedAt, lastStartAt, ...announced);
  return now - since > BEGINNING_MS ? "none" : "beginning";
}

/** One by name and one by UUID may be the same SVM; asking ONTAP again tells. */
function mayBeSame(a: SvmReference, b: SvmReference): boolean {
  return sameSvm(a, b) ?? (a.name === undefined || b.name === undefined || a.name === b.name);
}
