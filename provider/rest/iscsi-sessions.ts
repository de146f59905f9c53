import { integer, list, object, text } from "../record/fields";
import { record } from "../record/record";
import type { WireOf } from "../record/types";
import type { Exchange } from "./call";
import { NO_ENTRY, NO_SERVICE } from "./codes";
import { type Collection, collectionOf } from "./collection";
import { type GetOptions, getInstance } from "./instance";
import { svmReference } from "./svm-reference";

const connection = {
  typeName: "IscsiConnectionRecord",
  typeDoc: 'One TCP connection of a session. Source: "iscsi_connection" in ONTAP\'s iSCSI sessions document.',
  fields: {
    cid: integer({ doc: "Number of the connection within its session." }),
    authentication_type: text({
      doc: "How the initiator was authenticated when the connection was made.",
      values: ["chap", "none"],
    }),
    initiator_address: object({
      doc: "The initiator's end.",
      fields: {
        address: text({ doc: "IPv4 or IPv6 address." }),
        port: integer({ doc: "TCP port." }),
      },
    }),
    interface: object({
      doc: "The array's end.",
      fields: {
        name: text({ doc: "Name of the network interface (LIF)." }),
        uuid: text({ doc: "UUID of the network interface." }),
        ip: object({
          doc: "Address that the initiator connected to.",
          fields: {
            address: text({ doc: "IPv4 or IPv6 address." }),
            port: integer({ doc: "TCP port. ONTAP serves 3260 only." }),
          },
        }),
      },
    }),
  },
} as const;

/** What ONTAP documents of sessions. */
export const iscsiSession = record({
  path: "/api/protocols/san/iscsi/sessions",
  noun: "iSCSI session",
  doc: "An initiator that is logged in.",
  source: '"iscsi_session" in ONTAP\'s iSCSI sessions document',
  keys: ["svm.uuid", "target_portal_group", "tsih"],
  fields: {
    svm: object({ ...svmReference, doc: "The SVM that serves the session.", always: true }),
    target_portal_group: text({
      doc: "Target portal group, which has the name of the interface that the initiator logged in to.",
      always: true,
    }),
    tsih: integer({
      doc: "Target session identifying handle; identifies the session within its target portal group.",
      always: true,
    }),
    target_portal_group_tag: integer({ doc: "Number of the target portal group." }),
    isid: text({ doc: "The initiator's half of the session identifier: six octets, `61:62:63:64:65:00`." }),
    initiator: object({
      doc: "The initiator that is logged in.",
      fields: {
        name: text({ doc: "World wide unique name: `iqn...` or `eui...`." }),
        alias: text({ doc: "What the initiator calls itself; absent where it has set none." }),
        comment: text({ doc: "The array administrator's note on the initiator.", since: "9.9" }),
      },
    }),
    igroups: list({
      doc: "Initiator groups that the initiator is a member of.",
      fields: {
        name: text({ doc: "Name of the initiator group." }),
        uuid: text({ doc: "UUID of the initiator group." }),
      },
    }),
    connections: list({ ...connection, doc: "TCP connections of the session." }),
  },
  codes: { notFound: [NO_ENTRY, NO_SERVICE] },
  functions: {
    type: "IscsiSession",
    client: "iscsiSessions",
    one: "session",
    examples: {
      fields: "connections.initiatorAddress",
      get: [
        'const session = await getIscsiSession({ svm: { name: "svm1" }, targetPortalGroup: "iscsi_lif1", tsih: 10 });',
      ],
      list: 'const chap = await getIscsiSessions({ svm: { name: "svm1" }, connections: { authenticationType: "chap" } });',
      listOutput: 'export const live = getIscsiSessionsOutput({ svm: service.svm, fields: ["initiator.name"] });',
    },
  },
});

/** An iSCSI session as ONTAP answers it. Source: "iscsi_session" in the iSCSI sessions document. */
export type WireIscsiSession = WireOf<typeof iscsiSession.fields>;
/** One TCP connection of a session. Source: "iscsi_connection" in the iSCSI sessions document. */
export type WireIscsiConnection = WireOf<typeof connection.fields>;

/**
 * Initiators that are logged in, keyed by SVM, target portal group and TSIH. ONTAP only lets one read them; they end
 * when the initiator logs out or the service is disabled. Source: the iSCSI sessions document.
 */
export interface IscsiSessions extends Collection<WireIscsiSession> {
  /** Throws `api-error` with code 4 where there is no such session. */
  get(svmUuid: string, targetPortalGroup: string, tsih: number, options?: GetOptions): Promise<WireIscsiSession>;
}

export function iscsiSessions(exchange: Exchange): IscsiSessions {
  return {
    ...collectionOf(exchange, iscsiSession),
    get: (svmUuid, group, tsih, options) => getInstance(exchange, iscsiSession, [svmUuid, group, tsih], options),
  };
}
