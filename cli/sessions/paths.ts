import type { WireIscsiSession } from "../../provider/rest";
import type { Path } from "./report";

/** The paths of one host's sessions, by portal group. */
export function pathsOf(sessions: readonly WireIscsiSession[]): readonly Path[] {
  const groups = new Map<string, WireIscsiSession[]>();
  for (const session of sessions) {
    const group = groups.get(session.target_portal_group) ?? [];
    group.push(session);
    groups.set(session.target_portal_group, group);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, theirs]) => pathOf(group, theirs));
}

function pathOf(targetPortalGroup: string, sessions: readonly WireIscsiSession[]): Path {
  const connections = sessions.flatMap((session) => session.connections ?? []);
  return {
    targetPortalGroup,
    addresses: distinct(connections.map((connection) => connection.interface?.ip?.address)),
    initiatorAddresses: distinct(connections.map((connection) => connection.initiator_address?.address)),
    authenticationTypes: distinct(connections.map((connection) => connection.authentication_type)),
    sessions: sessions.length,
  };
}

function distinct(values: ReadonlyArray<string | null | undefined>): readonly string[] {
  return [...new Set(values.flatMap((value) => value ?? []))].sort();
}
