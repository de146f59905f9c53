import { createServer, type Socket } from "node:net";
import type { SimulatedCluster } from "../state/simulated-cluster";
import { Connection } from "./connection";
import { defaultLimits, type IscsiLimits } from "./limits";
import type { LiveLogins } from "./live-logins";

/** An iSCSI port that listens. */
export interface IscsiPort {
  readonly port: number;
  /** Ends every connection and stops listening. */
  readonly close: () => Promise<void>;
}

/** Serves the targets of all SVMs of a cluster on one port. */
export async function listenIscsi(
  cluster: SimulatedCluster,
  live: LiveLogins,
  address: { readonly host: string; readonly port: number },
  writeLog: (line: string) => void,
  limits: IscsiLimits = defaultLimits,
): Promise<IscsiPort> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true, keepAlive: true }, (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    new Connection(socket, { cluster, live, limits, writeLog });
  });
  server.maxConnections = limits.connections;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(address.port, address.host, resolve);
  });
  // Such as a process that is out of file descriptors: the connection is lost, the port is not.
  server.on("error", (error) => writeLog(`iSCSI port: ${error.message}`));
  const bound = server.address();
  return {
    port: typeof bound === "object" && bound !== null ? bound.port : 0,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        for (const socket of sockets) {
          socket.destroy();
        }
      }),
  };
}
