import type { Svm } from "../collections/svms/table";
import type { ApiError } from "../wire/api-error";

/** The only SVM that a call is about. */
export interface Scope {
  readonly svm: Svm;
  /** True where the user belongs to that SVM and sees no other, false where a header tunnels the call. */
  readonly isUser: boolean;
  /** The refusal of a call that names another SVM, by the field or header that names it. */
  readonly other: (svm: Svm, target: string) => ApiError;
}
