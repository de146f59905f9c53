import { type PresentedList, presentAddressList } from "../../rules/address-list-text";
import type { Ambiguities } from "../../state/ambiguities";
import type { Credential } from "../../state/model";
import type { WireRecord } from "../../wire/json";

/** A credential row in wire form. Passwords never leave; `chap` and `initiator_address` are left out where empty. */
export function credentialRecord(row: Credential, unknowns: Ambiguities): WireRecord {
  const chap = {
    ...(row.inbound && { inbound: { user: row.inbound.user } }),
    ...(row.outbound && { outbound: { user: row.outbound.user } }),
  };
  return {
    svm: { uuid: row.svm.uuid, name: row.svm.name },
    initiator: row.initiator,
    authentication_type: row.authenticationType,
    ...(row.authenticationType === "chap" && { chap }),
    ...addressPart(presentAddressList(row, unknowns)),
  };
}

function addressPart({ ranges, masks }: PresentedList): WireRecord {
  if (ranges.length === 0 && masks.length === 0) return {};
  return {
    initiator_address: {
      ...(ranges.length > 0 && { ranges: ranges.map(({ start, end, family }) => ({ start, end, family })) }),
      ...(masks.length > 0 && { masks: masks.map(({ address, netmask, family }) => ({ address, netmask, family })) }),
    },
  };
}
