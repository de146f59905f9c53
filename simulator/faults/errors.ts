import { ApiError } from "../wire/api-error";
import { errorReply } from "../wire/reply";
import type { FaultKind } from "./fault";

/** Codes that ONTAP's general chapter pairs with a status, for rules that name none. */
const codeByStatus: Readonly<Record<number, string>> = { 401: "6691623", 403: "6", 404: "4", 429: "262160", 503: "7" };

/** `status {status, code?, message?, retryAfter?}`: refused without any effect; `retryAfter` in seconds. */
export const statusFault: FaultKind = {
  keys: ["status", "code", "message", "retryAfter"],
  read: (rule) => {
    const given = rule.nonNegativeInt("status");
    if (given === undefined || given < 200 || given > 599) {
      throw rule.fail("status", "must be 200 to 599");
    }
    const code = rule.textOrNumber("code") ?? codeByStatus[given] ?? "262145";
    const error = new ApiError(given, code, rule.text("message") ?? "The request was refused by a simulated fault.");
    const seconds = rule.nonNegativeInt("retryAfter");
    const headers = seconds === undefined ? {} : { "Retry-After": String(seconds) };
    return async () => ({ reply: errorReply(error, headers) });
  },
};

/** `locked`: refused with 2621573 without any effect, three times unless `times` is given. */
export const locked: FaultKind = {
  keys: [],
  times: 3,
  read: () => async () => ({
    reply: errorReply(
      new ApiError(409, "2621573", "The SVM is temporarily locked by another operation. Try again later."),
    ),
  }),
};

const PAGE = "<!DOCTYPE html>\n<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>\n";

/** `html {status?}`: a proxy's page instead of JSON, without any effect. `status` is 502 by default. */
export const html: FaultKind = {
  keys: ["status"],
  read: (rule) => {
    const status = rule.nonNegativeInt("status") ?? 502;
    if (status < 200 || status > 599) {
      throw rule.fail("status", "must be 200 to 599");
    }
    return async () => ({ reply: { status, page: { contentType: "text/html", text: PAGE } } });
  },
};
