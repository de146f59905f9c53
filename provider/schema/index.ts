/** Properties before anything is known of their shape. */
export { asObject as bagOf, type PropertyMap as Bag, textAt } from "./property-map";
