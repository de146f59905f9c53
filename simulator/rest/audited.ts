import type { User } from "../accounts/user";
import { ApiError } from "../wire/api-error";
import { isRecord } from "../wire/json";
import type { Reply } from "../wire/reply";
import { auditInput } from "./audit-input";
import type { Exchange } from "./call";

const WRITES = ["POST", "PATCH", "DELETE"];

/** Enters a write into the audit log, before it is done and after; reads are not logged, as on ONTAP unless asked. */
export function audited(exchange: Exchange, user: User, perform: () => Reply): Reply {
  if (!WRITES.includes(exchange.method)) {
    return perform();
  }
  const { auditLog, settings } = exchange.cluster;
  const svm = svmOf(exchange, user);
  const end = auditLog.begin({
    application: "http",
    location: exchange.address,
    user: user.name,
    role: user.role,
    input: auditInput(exchange, settings.ambiguities.auditSecrets),
    ...(svm !== undefined && { svm }),
  });
  try {
    const reply = perform();
    end(reply.status < 400 ? { state: "success" } : { state: "error", message: messageIn(reply) });
    return reply;
  } catch (error) {
    end({ state: "error", message: error instanceof ApiError ? error.message : "internal error" });
    throw error;
  }
}

/** The SVM that a call is confined to, as far as it names one. */
function svmOf({ cluster, headers }: Exchange, user: User): string | undefined {
  const named = headers["x-dot-svm-name"];
  const uuid = headers["x-dot-svm-uuid"];
  const byUuid = typeof uuid === "string" ? cluster.store.svms.get(uuid)?.name : undefined;
  return user.svm ?? (typeof named === "string" && named !== "" ? named : byUuid);
}

function messageIn({ body }: Reply): string {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  return typeof error.message === "string" ? error.message : "";
}
