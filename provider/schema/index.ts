/** Arguments and names before anything is known of them. */
export { nearest } from "./nearest";
/** Properties before anything is known of their shape. */
export { asObject, type PropertyMap, textAt, valueAt, withValuesAt } from "./property-map";
/** The URN of a resource. */
export { nameInUrn } from "./urn";
