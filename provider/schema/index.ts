/** Properties before anything is known of their shape. */
export { type Bag, bagOf, textAt } from "./bag";
