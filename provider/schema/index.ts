/** Arguments and names before anything is known of them. */

export { DEFAULT_INITIATOR, initiatorFault, sameInitiator } from "./initiator";
/** Addresses and initiators as ONTAP compares them. */
export { admits, type InitiatorAddress } from "./initiator-address";
export { nearest } from "./nearest";
/** Properties before anything is known of their shape. */
export { asObject, type PropertyMap, textAt, valueAt, withValuesAt } from "./property-map";
/** The URN of a resource. */
export { nameInUrn } from "./urn";
