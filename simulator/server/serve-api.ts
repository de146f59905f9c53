import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { trustedCommonName } from "../access/client-certificate";
import type { Simulation } from "../control/control";
import { sleep } from "../faults/delay";
import type { Outcome } from "../faults/fault";
import { answer } from "../rest/answer";
import { send } from "./send";
import type { TcpConnections } from "./tcp-connections";

/** What a request is served in. */
export interface ServerContext {
  readonly writeLog: (line: string) => void;
  readonly connections: TcpConnections;
}

/** Serves one `/api` request: logs it, waits out the latency, applies the fault rules and replies. */
export async function serveApi(
  { cluster, log, faults, live }: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
  { writeLog, connections }: ServerContext,
): Promise<void> {
  const method = request.method ?? "GET";
  const target = request.url ?? "/";
  const cut = target.indexOf("?");
  const path = cut < 0 ? target : target.slice(0, cut);
  const rawQuery = cut < 0 ? "" : target.slice(cut + 1);
  const leave = log.enter(method, path, rawQuery);
  const done = (status: number) => {
    const ms = leave(status);
    if (ms !== undefined) {
      writeLog(`${method} ${target} ${status === 0 ? "no reply" : status} ${ms} ms`);
    }
  };
  response.on("close", () => done(0));
  const body = await text(request);
  const { latencyMs, maxPage } = cluster.settings;
  if (latencyMs > 0) {
    await sleep(latencyMs);
  }
  const commonName = trustedCommonName(request.socket);
  const address = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const exchange = { cluster, method, path, rawQuery, headers: request.headers, address, body, commonName, maxPage };
  const outcome = await faults.run(exchange, async (inner) => {
    const reply = answer(inner);
    live.cutEnded(cluster.store);
    return { reply };
  });
  if (response.destroyed) {
    return;
  }
  if ("connection" in outcome) {
    return disconnect(response, outcome.connection, connections);
  }
  done(outcome.reply.status);
  send(response, outcome.reply, { method, rawQuery, headers: request.headers, now: cluster.clock.now() }, outcome.half);
}

function disconnect(
  response: ServerResponse,
  how: Extract<Outcome, { connection: unknown }>["connection"],
  connections: TcpConnections,
): void {
  const { socket } = response;
  if (socket === null) {
    return;
  }
  if (how === "close") {
    socket.end();
  } else if (how === "reset") {
    connections.reset(socket);
  } else {
    socket.destroy();
  }
}
