import type { OntapClient } from "../rest";
import type { ProviderContext } from "./provider-context";
import { joinSvm } from "./sharing";
import { svmKeys } from "./subjects";

/** An SVM that is written to, as far as it is known. */
export interface WrittenSvm {
  readonly name?: string | undefined;
  readonly uuid?: string | undefined;
}

/**
 * Runs a write on an SVM, with what must be looked at for it, in such an order that an exclusive one never runs at the
 * same time as another. Afterwards nothing that was read or looked at before counts any more.
 */
export function writeOnSvm<T>(
  context: ProviderContext,
  ontap: OntapClient,
  svm: WrittenSvm,
  exclusive: boolean,
  work: () => Promise<T>,
): Promise<T> {
  const { locks, permits } = context.memory;
  const keys = svmKeys(ontap, svm);
  const write = async (): Promise<T> => {
    try {
      joinSvm(context, ontap, svm);
      return await work();
    } finally {
      permits.wrote(keys);
      context.memory.invalidateReads(ontap);
    }
  };
  // Everybody takes the locks in the same order, so that no two wait for each other.
  return [...keys].sort().reduceRight((inner, key) => () => locks.run(key, exclusive, inner), write)();
}
