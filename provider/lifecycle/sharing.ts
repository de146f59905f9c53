import type { OntapClient } from "../rest";
import type { ProviderContext } from "./provider-context";
import { svmKeys } from "./subjects";
import type { WrittenSvm } from "./svm-write";

/** What others that manage objects in the same run, and share no memory with this one, have to do with an SVM. */
export interface SharedWith {
  /** True where another one works on it, or where that cannot be known. */
  readonly isShared: boolean;
  /** The two that are to be told of, by name: once in a run, by one of them. */
  readonly news?: readonly [mine: string, other: string] | undefined;
}

/** Where those meet who manage objects in the same run and share no memory. */
export interface Sharing {
  /** Notes that this one works on the SVM of these keys, until it ends. Never throws. */
  join(svm: readonly string[]): SharedWith;
}

/**
 * To be called where something is planned on an SVM, and before a write on it. Where another provider works on that SVM,
 * whose plans and writes do not show here, no look from before counts any more: every write looks for itself.
 */
export function joinSvm(context: ProviderContext, ontap: OntapClient, svm: WrittenSvm): void {
  const keys = svmKeys(ontap, svm);
  const shared = keys.length === 0 ? undefined : context.sharing?.join(keys);
  if (shared?.isShared === true) {
    context.memory.permits.wrote(keys);
  }
  if (shared?.news !== undefined) {
    const [mine, other] = shared.news;
    context.note(
      `SVM ${svm.name ?? svm.uuid} of ${ontap.origin} is managed through two providers, ${mine} and ${other}: neither sees what the other plans, such as a deletion. Let one provider manage an SVM; see docs/plugin.md, "Two providers of one cluster".`,
    );
  }
}
