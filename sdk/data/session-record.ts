import type { RecordKind } from "./collection-reads";
import { integer, oneOf, type TreeOf, text } from "./field-tree";
import type { FieldsOf, Selected } from "./selection";

/** One TCP connection of a session. Source: "iscsi_connection" in ONTAP's iSCSI sessions document. */
export interface IscsiConnectionRecord {
  /** Number of the connection within its session. */
  readonly cid?: number;
  /** How the initiator was authenticated when the connection was made. */
  readonly authenticationType?: "chap" | "none";
  /** The initiator's end. */
  readonly initiatorAddress?: {
    /** IPv4 or IPv6. */
    readonly address?: string;
    readonly port?: number;
  };
  /** The array's end. */
  readonly interface?: {
    readonly name?: string;
    readonly uuid?: string;
    readonly ip?: {
      /** IPv4 or IPv6. */
      readonly address?: string;
      /** ONTAP serves 3260 only. */
      readonly port?: number;
    };
  };
}

/** An initiator that is logged in. Source: "iscsi_session" in ONTAP's iSCSI sessions document. */
export interface IscsiSessionRecord {
  /** The SVM that serves the session. */
  readonly svm: { readonly name: string; readonly uuid: string };
  /** Target portal group, which has the name of the interface that the initiator logged in to. */
  readonly targetPortalGroup: string;
  /** Target session identifying handle; identifies the session within its target portal group. */
  readonly tsih: number;
  readonly targetPortalGroupTag?: number;
  /** The initiator's half of the session identifier: six octets, `61:62:63:64:65:00`. */
  readonly isid?: string;
  readonly initiator?: {
    /** World wide unique name: `iqn...` or `eui...`. */
    readonly name?: string;
    /** What the initiator calls itself; absent where it has set none. */
    readonly alias?: string;
    /** The array administrator's note on the initiator. Since ONTAP 9.9. */
    readonly comment?: string;
  };
  /** Initiator groups that the initiator is a member of. */
  readonly igroups?: ReadonlyArray<{ readonly name?: string; readonly uuid?: string }>;
  readonly connections?: readonly IscsiConnectionRecord[];
}

type Identifier = "svm.name" | "svm.uuid" | "targetPortalGroup" | "tsih";

/** Fields to ask of a session: `"*"`, or dotted names such as `"connections.initiatorAddress"`. */
export type IscsiSessionFields = FieldsOf<IscsiSessionRecord>;

/** A session cut to the fields that were asked for, and its identifiers. */
export type IscsiSessionResult<F extends IscsiSessionFields = "*"> = Selected<
  IscsiSessionRecord,
  Identifier,
  keyof IscsiSessionRecord,
  F
>;

const fields = {
  svm: { name: text, uuid: text },
  targetPortalGroup: text,
  tsih: integer,
  targetPortalGroupTag: integer,
  isid: text,
  initiator: { name: text, alias: text, comment: text },
  igroups: [{ name: text, uuid: text }],
  connections: [
    {
      cid: integer,
      authenticationType: oneOf("chap", "none"),
      initiatorAddress: { address: text, port: integer },
      interface: { name: text, uuid: text, ip: { address: text, port: integer } },
    },
  ],
} as const satisfies TreeOf<IscsiSessionRecord>;

/** What the data functions know of sessions. */
export const sessionKind: RecordKind = {
  noun: "iSCSI session",
  tree: fields,
  identifiers: ["svm.name", "svm.uuid", "targetPortalGroup", "tsih"] satisfies Identifier[],
  expensive: [],
  keys: ["targetPortalGroup", "tsih"],
};
