import type { WireIscsiCredential } from "../../provider/rest";
import { DEFAULT_INITIATOR, type InitiatorAddress, sameInitiator } from "../../provider/schema";

/** A credential as REST shows it. */
export interface Row {
  /** As the array writes it. */
  readonly initiator: string;
  readonly type: string;
  readonly inboundUser: string | undefined;
  readonly outboundUser: string | undefined;
  /** Whence it lets in. Default: from anywhere. */
  readonly addresses: InitiatorAddress | undefined;
}

/** A row of the wire. */
export function rowOf({ initiator, authentication_type, chap, initiator_address }: WireIscsiCredential): Row {
  const ranges = initiator_address?.ranges?.map(({ start, end }) => ({ start, end }));
  const masks = initiator_address?.masks?.map(({ address, netmask }) => ({ address, ...(netmask && { netmask }) }));
  return {
    initiator,
    type: authentication_type ?? "",
    inboundUser: chap?.inbound?.user || undefined,
    outboundUser: chap?.outbound?.user || undefined,
    addresses: { ...(ranges && { ranges }), ...(masks && { masks }) },
  };
}

/** The row by which the array judges an initiator: its own, or else the default row. */
export function decidingRow(rows: readonly Row[], initiator: string): Row | undefined {
  return rowNamed(rows, initiator) ?? rowNamed(rows, DEFAULT_INITIATOR);
}

function rowNamed(rows: readonly Row[], name: string): Row | undefined {
  return rows.find(({ initiator }) => sameInitiator(initiator, name));
}
