import type { LoggedRequest } from "../../../test/array";
import type { ArrayState } from "../array-state";
import type { RunResult } from "../deployment";
import { Violation } from "../violation";
import { changedIds } from "./foreign-objects";

/** What a preview and a refresh must be: without any effect on the array. */
export function writesNothing(
  what: string,
  requests: readonly LoggedRequest[],
  before: ArrayState,
  after: ArrayState,
): void {
  const write = requests.find(({ method }) => method !== "GET");
  const [changed] = changedIds(before, after);
  if (write !== undefined || changed !== undefined) {
    throw new Violation(
      `a ${what} writes nothing`,
      write === undefined ? `${changed}` : `${write.method} ${write.path}`,
    );
  }
}

/**
 * After a run without an error the next preview plans nothing, and asks the array for nothing, but for the SVM that the
 * program names in another way since.
 */
export function secondPreviewIsEmpty(
  stack: string,
  { steps, error }: RunResult,
  requests: readonly LoggedRequest[],
): void {
  const planned = steps
    .filter(({ operation }) => operation !== "same")
    .map(({ name, operation }) => `${operation} ${name}`);
  const found = [
    ...planned,
    ...(error === undefined ? [] : [error]),
    ...requests.flatMap(({ method, path }) => (path.startsWith("/api/svm/svms") ? [] : [`${method} ${path}`])),
  ];
  if (found.length > 0) {
    throw new Violation("the second preview is empty", `${stack}: ${found.join(", ")}`);
  }
}
