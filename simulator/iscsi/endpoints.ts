import type { Socket } from "node:net";

/** Both ends of a connection. */
export interface Endpoints {
  /** Where the initiator connected to. */
  readonly local: Endpoint;
  /** Where it comes from. */
  readonly remote: Endpoint;
}

interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** The ends of a socket that is connected. */
export function endpointsOf({ localAddress, localPort, remoteAddress, remotePort }: Socket): Endpoints {
  return {
    local: { address: plainAddress(localAddress), port: localPort ?? 0 },
    remote: { address: plainAddress(remoteAddress), port: remotePort ?? 0 },
  };
}

/** An address as ONTAP shows one: IPv4 also where it came in through IPv6, and without an IPv6 zone. */
function plainAddress(address = ""): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
}
