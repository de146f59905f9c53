import type { WireIscsiConnection, WireIscsiSession } from "../../provider/rest";
import type { Path } from "./report";

/** The paths of one host's sessions: sessions from one address to one portal group are one path. */
export function pathsOf(sessions: readonly WireIscsiSession[]): readonly Path[] {
  const paths = new Map<string, Path>();
  for (const session of sessions) {
    // A session whose connections are not shown is a path all the same.
    const connections: ReadonlyArray<WireIscsiConnection | undefined> = session.connections?.length
      ? session.connections
      : [undefined];
    for (const connection of connections) {
      const path = pathOf(session, connection);
      const key = `${path.targetPortalGroup} ${path.initiatorAddress}`;
      const known = paths.get(key);
      const tsih = [...new Set([...(known?.tsih ?? []), session.tsih])];
      paths.set(key, { ...(known ?? path), tsih });
    }
  }
  return [...paths].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
}

function pathOf(session: WireIscsiSession, connection: WireIscsiConnection | undefined): Path {
  return {
    targetPortalGroup: session.target_portal_group,
    initiatorAddress: connection?.initiator_address?.address ?? null,
    interfaceAddress: connection?.interface?.ip?.address ?? null,
    authenticationType: connection?.authentication_type ?? null,
    tsih: [session.tsih],
  };
}
