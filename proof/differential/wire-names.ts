/** ONTAP's names of properties that have another one in programs. */
export const WIRE_NAMES: ReadonlyMap<string, string> = new Map([
  ["authenticationType", "authentication_type"],
  ["initiatorAddress", "initiator_address"],
]);
