import { createSocket } from "node:dgram";
import { isIP } from "node:net";

/** Where a target is logged in to. */
export interface Portal {
  /** IPv4 or IPv6 address. */
  readonly address: string;
  readonly port: number;
}

/** The port of iSCSI, the only one that ONTAP serves. */
export const ISCSI_PORT = 3260;

/** `10.0.0.1:3260`, `[fd00::1]:3260` */
export function portalText({ address, port }: Portal): string {
  return isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`;
}

/** Reads `10.0.0.1`, `10.0.0.1:3260`, `fd00::1`, `[fd00::1]:3260`; undefined for anything else. */
export function readPortal(text: string): Portal | undefined {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = bracketed ?? plain ?? text;
  const port = digits === undefined ? ISCSI_PORT : Number(digits);
  const family = isIP(address);
  return family === 0 || (bracketed !== undefined && family !== 6) || port < 1 || port > 65_535
    ? undefined
    : { address, port };
}

/**
 * The address that this machine would connect to a portal from. Sends nothing: the system only looks up the route.
 * Undefined where there is no route.
 */
export function sourceAddress({ address, port }: Portal): Promise<string | undefined> {
  const socket = createSocket(isIP(address) === 6 ? "udp6" : "udp4");
  return new Promise((resolve) => {
    const end = (found: string | undefined) => {
      socket.close();
      resolve(found);
    };
    socket.once("error", () => end(undefined));
    socket.connect(port, address, () => end(socket.address().address));
  });
}
