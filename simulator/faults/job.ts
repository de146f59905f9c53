import { acceptedReply } from "../rest/write-records";
import type { JobError } from "../state/jobs";
import { wantsHal } from "../wire/accept";
import { isRecord } from "../wire/json";
import type { FaultKind, Outcome } from "./fault";

/**
 * `job {outcome, afterMs?, code?, message?}`: 202 and a job that ends so, `success` or `failure`, after `afterMs`
 * milliseconds (default 0). The effect comes when a job succeeds; a failing one has none.
 */
export const job: FaultKind = {
  keys: ["outcome", "afterMs", "code", "message"],
  read: (rule) => {
    const outcome = rule.oneOf("outcome", ["success", "failure"] as const) ?? "success";
    const afterMs = rule.nonNegativeInt("afterMs") ?? 0;
    const error = {
      code: rule.textOrNumber("code") ?? "262145",
      message: rule.text("message") ?? "The job failed by a simulated fault.",
    };
    return async (exchange, next) => {
      const { jobs } = exchange.cluster;
      const started = jobs.open(`${exchange.method} ${exchange.path}`);
      const end = async () => {
        const failure = outcome === "failure" ? error : failureOf(await next(exchange), error);
        if (failure === undefined) jobs.succeed(started, []);
        else jobs.fail(started, failure);
      };
      if (afterMs === 0) await end();
      else setTimeout(end, afterMs).unref();
      return { reply: acceptedReply({ hal: wantsHal(exchange.headers) }, exchange.path, started.uuid) };
    };
  },
};

/** What the array itself refused the work with, once it was done; undefined where it went well. */
function failureOf(outcome: Outcome, otherwise: JobError): JobError | undefined {
  if (!("reply" in outcome)) return otherwise;
  const { status, body } = outcome.reply;
  if (status < 400) return undefined;
  const error = isRecord(body) ? body.error : undefined;
  return isRecord(error) ? { code: String(error.code), message: String(error.message) } : otherwise;
}
