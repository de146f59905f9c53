import { createHash } from "node:crypto";
import type { Svm } from "../collections/svms/table";
import type { Store } from "./store";

/** A UUID that is always the same for the same words, so that a fixture without UUIDs gives the same state each time. */
export function stableUuid(...words: readonly string[]): string {
  const hex = createHash("sha256").update(JSON.stringify(words)).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

/**
 * The target name of a new service: the SVM's UUID without dashes and a number, as in the documents' example. The
 * number counts up with the SVM's place in the cluster, from 4 in that example.
 */
export function newTargetName(store: Store, svm: Svm): string {
  const number = store.svms.added().findIndex((row) => row.uuid === svm.uuid) + 4;
  return `iqn.1992-08.com.netapp:sn.${svm.uuid.replaceAll("-", "")}:vs.${number}`;
}
