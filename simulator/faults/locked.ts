import { ApiError } from "../wire/api-error";
import { errorReply } from "../wire/reply";
import type { FaultKind } from "./fault";

/** `locked`: refused with 2621573 without any effect, three times unless `times` says otherwise. */
export const locked: FaultKind = {
  keys: [],
  times: 3,
  read: () => async () => ({
    reply: errorReply(
      new ApiError(409, "2621573", "The SVM is temporarily locked by another operation. Try again later."),
    ),
  }),
};
