import { setTimeout as sleep } from "node:timers/promises";
import type { Exchange, Reply } from "./call";
import { adviceFor, scopeOf } from "./codes";
import { OntapError } from "./ontap-error";
import { publicCode, publicMessage } from "./redact";
import { describe, record } from "./response";
import type { HttpRequest } from "./transport";

const POLL_MS = 500;
const TIMEOUT_MS = 120_000;
/** Messages and paths name a job, so that it must not be a string of any kind. */
const NAME = /^[\w-]{1,64}$/;
const RUNNING = new Set(["queued", "running", "paused"]);

/**
 * Follows the job that ONTAP answered a write with (HTTP 202) until it ends. iSCSI writes are documented as
 * synchronous; a job is possible all the same where ONTAP takes long. Throws `api-error` with the job's code, or
 * `uncertain` where its end could not be seen.
 */
export async function waitForJob(
  exchange: Exchange,
  request: HttpRequest,
  reply: Reply,
  secrets: readonly string[],
): Promise<Reply> {
  const uuid = record(reply.body.job)?.uuid;
  if (typeof uuid !== "string" || !NAME.test(uuid) || publicMessage(uuid, request.body, secrets) !== uuid) {
    throw outcomeUnknown(request, "ONTAP began a job without naming it");
  }
  const path = `/api/cluster/jobs/${encodeURIComponent(uuid)}?fields=state,message,code,error`;
  const startedAt = performance.now();
  while (performance.now() - startedAt < TIMEOUT_MS) {
    const { body } = await exchange({ method: "GET", path, sentBefore: request.body }).catch((cause: unknown) => {
      throw outcomeUnknown(request, `the job ${uuid} could not be read`, cause);
    });
    if (body.state === "success") {
      return { body: {}, status: 200, elapsedMs: reply.elapsedMs + performance.now() - startedAt };
    }
    if (typeof body.state !== "string") {
      throw outcomeUnknown(request, `the job ${uuid} was shown without its state`);
    }
    if (!RUNNING.has(body.state)) {
      throw failed(request, body, secrets);
    }
    await sleep(POLL_MS);
  }
  throw outcomeUnknown(request, `the job ${uuid} did not end within ${TIMEOUT_MS / 1000} s`);
}

function failed(request: HttpRequest, job: Readonly<Record<string, unknown>>, secrets: readonly string[]): OntapError {
  const error = record(job.error);
  const given = [error?.code, job.code].find((value) => typeof value === "string" || typeof value === "number");
  const code = given === undefined ? "unknown" : publicCode(given, request.body, secrets);
  const message = [error?.message, job.message].find((text) => typeof text === "string");
  const told = typeof message === "string" ? publicMessage(message, request.body, secrets) : "no message";
  const [hint, scope] = [adviceFor(code), scopeOf(code)];
  const reason = `ONTAP's job failed: ${told} (code ${code})`;
  return new OntapError({
    code: "api-error",
    operation: describe(request),
    ontapCode: code,
    reason,
    ...(scope === undefined ? {} : { shared: { scope, reason } }),
    ...(hint === undefined ? {} : { hint }),
  });
}

function outcomeUnknown(request: HttpRequest, what: string, cause?: unknown): OntapError {
  return new OntapError({
    code: "uncertain",
    operation: describe(request),
    reason: `${what}, so it is not known whether the change was made`,
    ...(cause === undefined ? {} : { cause }),
  });
}
