import { authenticate } from "../access/authenticate";
import { authorize } from "../access/authorize";
import type { User } from "../accounts/user";
import { ApiError } from "../wire/api-error";
import { errorReply, type Reply, wantsHal } from "../wire/reply";
import { requestBody } from "../wire/request-body";
import { pathSegments } from "../wire/request-path";
import { audited } from "./audited";
import type { Exchange, Operation } from "./call";
import { findRoute } from "./routes";
import { scopeOf } from "./tunnel";

/** Does what an `/api` request asks for and gives the reply; a refusal is a reply too. */
export function answer(exchange: Exchange): Reply {
  try {
    return perform(exchange);
  } catch (error) {
    if (!(error instanceof ApiError)) {
      throw error;
    }
    return errorReply(
      error,
      error.status === 401 ? { "WWW-Authenticate": 'Basic realm="Authorization Required"' } : {},
    );
  }
}

function perform(exchange: Exchange): Reply {
  const segments = pathSegments(exchange.path);
  const { commonName, headers } = exchange;
  const user = authenticate(exchange.cluster, { authorization: headers.authorization, commonName });
  return audited(exchange, user, () => performAs(user, exchange, segments));
}

function performAs(user: User, exchange: Exchange, segments: readonly string[]): Reply {
  const { cluster, method, path, rawQuery, headers, maxPage } = exchange;
  const { route, key } = findRoute(segments, cluster.store.version);
  if (method === "OPTIONS") {
    return { status: 200, headers: { Allow: allowed(route.operations) } };
  }
  authorize(cluster, user, method, segments);
  const operation = route.operations[method === "HEAD" ? "GET" : method];
  if (operation === undefined) {
    const refusal = new ApiError(405, "3", `${method} is not supported on this path.`);
    return errorReply(refusal, { Allow: allowed(route.operations) });
  }
  const body = requestBody(exchange.body);
  if (["GET", "HEAD"].includes(method) && Object.keys(body).length > 0) {
    throw new ApiError(400, "262198", `A request body is not allowed in a ${method}.`);
  }
  const { generation, major, minor } = cluster.store.version;
  return operation({
    cluster,
    method,
    path,
    rawQuery,
    key,
    body,
    maxPage,
    scope: scopeOf(cluster, headers, user),
    hal: wantsHal(headers),
    version: [generation, major, minor],
  });
}

function allowed(operations: Readonly<Partial<Record<string, Operation>>>): string {
  const methods = Object.keys(operations);
  return [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
}
