import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer, type ServerOptions } from "node:https";
import type { AddressInfo, Socket } from "node:net";

/** A request as it came in. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query as they stood on the wire. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What to answer; `drop` closes the connection without an answer. */
export interface Answer {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly afterMs?: number;
  readonly drop?: true;
}

export interface TinyServer {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  /** Calls back for each connection that a client opens from now on. */
  onConnection(listener: (socket: Socket) => void): void;
  close(): Promise<void>;
}

/** A server that misbehaves as a test says: `answer` is called with each request and its number, from 0. */
export async function serve(
  answer: (request: SeenRequest, number: number) => Answer | Promise<Answer>,
  tls?: ServerOptions,
  port = 0,
): Promise<TinyServer> {
  const seen: SeenRequest[] = [];
  const listener = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const now: SeenRequest = {
      method: request.method ?? "",
      url: request.url ?? "",
      headers: request.headers,
      body: Buffer.concat(chunks).toString("utf8"),
    };
    seen.push(now);
    const { status = 200, json, text, headers = {}, afterMs = 0, drop } = await answer(now, seen.length - 1);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    if (drop) {
      request.socket.destroy();
      return;
    }
    response.writeHead(status, { "Content-Type": "application/json", ...headers });
    response.end(text ?? JSON.stringify(json ?? {}));
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? "http" : "https"}://127.0.0.1:${actual}`,
    seen,
    onConnection: (connected) => {
      server.on(tls === undefined ? "connection" : "secureConnection", connected);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** ONTAP's error envelope. */
export function refusal(status: number, code: string, message = "refused", more: Partial<Answer> = {}): Answer {
  return { status, json: { error: { code, message } }, ...more };
}

/** An SVM and a service on it, as ONTAP answers them. */
export const svm = { uuid: "a009a9e7-4081-b576-7575-ada21efcaf16", name: "svm1" };
export const service = { svm, enabled: true, target: { alias: "svm1", name: "iqn.1992-08.com.netapp:sn.1:vs.2" } };

/** A collection's page. */
export function page(records: readonly unknown[], next?: string): Answer {
  return {
    json: {
      records,
      num_records: records.length,
      ...(next === undefined ? {} : { _links: { next: { href: next } } }),
    },
  };
}
