import { ApiError } from "../wire/api-error";
import { errorReply } from "../wire/reply";
import type { FaultKind } from "./fault";

/** Codes that ONTAP's general chapter pairs with a status, for rules that name none. */
const usualCodes: Readonly<Record<number, string>> = { 401: "6691623", 403: "6", 404: "4", 429: "262160", 503: "7" };

/** `status {status, code?, message?, retryAfter?}`: refused without any effect; `retryAfter` in seconds. */
export const status: FaultKind = {
  keys: ["status", "code", "message", "retryAfter"],
  read: (rule) => {
    const given = rule.nonNegativeInt("status");
    if (given === undefined || given < 200 || given > 599) throw rule.fail("status", "must be 200 to 599");
    const code = rule.textOrNumber("code") ?? usualCodes[given] ?? "262145";
    const error = new ApiError(given, code, rule.text("message") ?? "The request was refused by a simulated fault.");
    const seconds = rule.nonNegativeInt("retryAfter");
    const headers = seconds === undefined ? {} : { "Retry-After": String(seconds) };
    return async () => ({ reply: errorReply(error, headers) });
  },
};
