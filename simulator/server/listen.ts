import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import type { Certificate } from "../certificate";
import type { Simulation } from "../control/control";
import { serveApi } from "./serve-api";
import { CONTROL_ROOT, serveControl } from "./serve-control";
import { TcpConnections } from "./tcp-connections";

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Ends every connection and stops listening. */
  readonly close: () => Promise<void>;
}

/** Serves a simulation on an address, with TLS if it has a certificate. */
export async function listen(
  simulation: Simulation,
  address: { readonly host: string; readonly port: number },
  writeLog: (line: string) => void,
): Promise<Listening> {
  const { certificate } = simulation;
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const [root] = pathSegments(request.url ?? "/");
    const served =
      root === "api"
        ? serveApi(simulation, request, response, { writeLog, connections })
        : root === CONTROL_ROOT
          ? serveControl(simulation, request, response)
          : serveNothing(response);
    served.catch((error: unknown) => {
      if (!response.destroyed) {
        writeLog(`${request.method} ${request.url} failed: ${describe(error)}`);
      }
      response.destroy();
    });
  };
  const server: Server =
    certificate === undefined ? createServer(serve) : createTlsServer(tlsOptions(certificate), serve);
  const connections = new TcpConnections(server);
  // A client's pooled connection must not be closed just as the client sends its next request.
  server.keepAliveTimeout = 75_000;
  server.headersTimeout = 80_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(address.port, address.host, resolve);
  });
  return { port: portOf(server.address()), close: () => close(server, connections) };
}

/** A client may introduce itself by a certificate; one that is not trusted is no login, and no reason to hang up. */
function tlsOptions({ key, certificate, caCertificate }: Certificate): ServerOptions {
  return { key, cert: certificate, ca: caCertificate, requestCert: true, rejectUnauthorized: false };
}

/** Neither ONTAP nor the control plane; not logged as a request to either. */
async function serveNothing(response: ServerResponse): Promise<void> {
  response.writeHead(404, { "Content-Type": "text/plain" }).end("not found\n");
}

function pathSegments(target: string): string[] {
  return (target.split("?")[0] ?? "").split("/").filter((segment) => segment !== "");
}

function close(server: Server, connections: TcpConnections): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    connections.destroyAll();
  });
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address !== null ? address.port : 0;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
