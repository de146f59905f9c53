import type { FaultKind } from "./fault";

const text = "<!DOCTYPE html>\n<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>\n";

/** `html {status?}`: a proxy's page instead of JSON, without any effect. `status` is 502 by default. */
export const html: FaultKind = {
  keys: ["status"],
  read: (rule) => {
    const status = rule.nonNegativeInt("status") ?? 502;
    if (status < 200 || status > 599) throw rule.fail("status", "must be 200 to 599");
    return async () => ({ reply: { status, page: { contentType: "text/html", text } } });
  },
};
