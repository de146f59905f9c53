import type { Connection, Session } from "../../state/model";
import type { Store } from "../../state/store";
import type { WireRecord } from "../../wire/json";

/** A session in wire form, with the igroups that hold its initiator. */
export function sessionRecord(session: Session, store: Store): WireRecord {
  const name = session.initiator?.name;
  const holding = name === undefined ? [] : store.igroupsOf(session.svm.uuid, name);
  const igroups = session.igroups ?? holding;
  const comment =
    session.initiator?.comment ??
    holding.flatMap((group) => group.initiators).find((member) => member.name === name)?.comment;
  return {
    svm: { uuid: session.svm.uuid, name: session.svm.name },
    target_portal_group: session.targetPortalGroup,
    tsih: session.tsih,
    ...(session.initiator && {
      initiator: {
        name: session.initiator.name,
        ...(session.initiator.alias && { alias: session.initiator.alias }),
        ...(comment && { comment }),
      },
    }),
    isid: session.isid,
    target_portal_group_tag: session.targetPortalGroupTag,
    ...(session.connections.length > 0 && { connections: session.connections.map(connectionRecord) }),
    ...(igroups.length > 0 && { igroups: igroups.map(({ uuid, name }) => ({ uuid, name })) }),
  };
}

function connectionRecord(connection: Connection): WireRecord {
  const { name, uuid, address, port } = connection.interface;
  return {
    cid: connection.cid,
    authentication_type: connection.authenticationType,
    initiator_address: { address: connection.initiatorAddress.address, port: connection.initiatorAddress.port },
    interface: { name, uuid, ip: { address, port } },
  };
}
