/** Properties before anything is known of their shape. */
export { asObject, type PropertyMap, textAt } from "./property-map";
