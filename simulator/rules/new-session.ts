import type { Interface, Session } from "../state/model";
import type { Store } from "../state/store";
import type { Login } from "./login";

/** The only port that ONTAP serves iSCSI on. */
const ISCSI_PORT = 3260;

/** A session of one connection for an initiator that was let in through an interface. */
export function newSession(
  store: Store,
  portal: Interface,
  login: Login,
  authenticationType: "chap" | "none",
): Session {
  const tsih = store.nextTsih(portal.svm.uuid);
  const octets = [tsih >> 16, tsih >> 8, tsih].map((part) => (part & 255).toString(16).padStart(2, "0"));
  return {
    svm: portal.svm,
    targetPortalGroup: portal.name,
    tsih,
    initiator: { name: login.initiator },
    isid: ["00", "02", "3d", ...octets].join(":"),
    targetPortalGroupTag: portal.targetPortalGroupTag,
    connections: [
      {
        cid: 1,
        authenticationType,
        initiatorAddress: { address: login.address, port: 49_152 + (tsih % 16_000) },
        interface: { name: portal.name, uuid: portal.uuid, address: portal.address, port: ISCSI_PORT },
      },
    ],
  };
}
