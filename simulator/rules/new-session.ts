import type { Interface } from "../collections/interfaces/table";
import type { Session } from "../collections/sessions/table";
import type { Store } from "../state/store";

/** The only port that ONTAP serves iSCSI on. */
const ISCSI_PORT = 3260;

/** Who logged in, and from where. */
export interface LoggedIn {
  readonly initiator: string;
  readonly alias?: string;
  readonly address: string;
  readonly authenticationType: "chap" | "none";
  /** What a real login brings along; made up where the control plane logs an initiator in. */
  readonly wire?: {
    /** Six octets in hexadecimal, with colons between them. */
    readonly isid: string;
    readonly cid: number;
    readonly initiatorPort: number;
    readonly targetPort: number;
  };
}

/** A session of one connection for an initiator that was let in through an interface. */
export function newSession(store: Store, portal: Interface, login: LoggedIn): Session {
  const tsih = store.nextTsih(portal.svm.uuid);
  const { initiator, alias, address, authenticationType, wire } = login;
  return {
    svm: portal.svm,
    targetPortalGroup: portal.name,
    tsih,
    initiator: { name: initiator, ...(alias !== undefined && { alias }) },
    isid: wire?.isid ?? isidText(Buffer.from([0x00, 0x02, 0x3d, tsih >> 16, tsih >> 8, tsih])),
    targetPortalGroupTag: portal.targetPortalGroupTag,
    connections: [
      {
        cid: wire?.cid ?? 1,
        authenticationType,
        initiatorAddress: { address, port: wire?.initiatorPort ?? 49_152 + (tsih % 16_000) },
        interface: {
          name: portal.name,
          uuid: portal.uuid,
          address: portal.address,
          port: wire?.targetPort ?? ISCSI_PORT,
        },
      },
    ],
  };
}

/** An ISID as ONTAP shows it, such as `00:02:3d:00:00:01`. */
export function isidText(isid: Buffer): string {
  return [...isid].map((octet) => octet.toString(16).padStart(2, "0")).join(":");
}
