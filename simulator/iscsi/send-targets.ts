import { isIPv6 } from "node:net";
import type { Store } from "../state/store";
import type { Endpoints } from "./endpoints";
import { openPortals } from "./portals";
import { type Pairs, readKeys, writeKeys } from "./text-keys";

/**
 * Answers Text Requests. SendTargets lists the targets of all SVMs, each at the address to which the
 * initiator connected. Source: RFC 7143, appendix C.
 *
 * @param ownTarget of a normal session, which sees no other target; undefined for discovery.
 * @throws ProtocolError for text that is malformed.
 */
export function answerText(text: Buffer, store: Store, { local }: Endpoints, ownTarget: string | undefined): Buffer {
  const pairs = [...readKeys(text)].flatMap(([key, value]): Pairs => {
    if (key !== "SendTargets") {
      return [[key, "NotUnderstood"]];
    }
    if (value === "All" && ownTarget !== undefined) {
      return [[key, "Reject"]];
    }
    const wanted = value === "" ? ownTarget : value;
    return openPortals(store, local.address)
      .filter(({ service: { targetName } }) => value === "All" || targetName === wanted)
      .filter(({ service: { targetName } }) => ownTarget === undefined || targetName === ownTarget)
      .flatMap((portal): Pairs => {
        const host = isIPv6(local.address) ? `[${local.address}]` : local.address;
        return [
          ["TargetName", portal.service.targetName],
          ["TargetAddress", `${host}:${local.port},${portal.interface.targetPortalGroupTag}`],
        ];
      });
  });
  return writeKeys(pairs);
}
