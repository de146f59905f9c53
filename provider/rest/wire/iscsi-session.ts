import { checkOf, integer, list, object, svm, text } from "./check";
import type { WireSvm } from "./iscsi-service";

/** One TCP connection of a session. Source: "iscsi_connection" in the iSCSI sessions document. */
export interface WireIscsiConnection {
  readonly cid?: number | null;
  readonly authentication_type?: string | null;
  readonly initiator_address?: { readonly address?: string | null; readonly port?: number | null } | null;
  readonly interface?: {
    readonly name?: string | null;
    readonly uuid?: string | null;
    readonly ip?: { readonly address?: string | null; readonly port?: number | null } | null;
  } | null;
}

/** An iSCSI session as ONTAP answers it. Source: "iscsi_session" in the iSCSI sessions document. */
export interface WireIscsiSession {
  readonly svm: WireSvm;
  readonly target_portal_group: string;
  readonly tsih: number;
  readonly target_portal_group_tag?: number | null;
  readonly isid?: string | null;
  readonly initiator?: {
    readonly name?: string | null;
    readonly alias?: string | null;
    readonly comment?: string | null;
  } | null;
  readonly igroups?: ReadonlyArray<{ readonly name?: string | null; readonly uuid?: string | null }> | null;
  readonly connections?: readonly WireIscsiConnection[] | null;
}

const address = object({ address: text, port: integer });

export const isWireIscsiSession = checkOf<WireIscsiSession>(
  object(
    {
      svm,
      target_portal_group: { type: "string" },
      tsih: { type: "integer" },
      target_portal_group_tag: integer,
      isid: text,
      initiator: object({ name: text, alias: text, comment: text }),
      igroups: list(object({ name: text, uuid: text })),
      connections: list(
        object({
          cid: integer,
          authentication_type: text,
          initiator_address: address,
          interface: object({ name: text, uuid: text, ip: address }),
        }),
      ),
    },
    ["svm", "target_portal_group", "tsih"],
  ),
);
