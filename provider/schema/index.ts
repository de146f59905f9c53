/** Properties before anything is known of their shape. */
export { type Bag, bagOf, same, textAt } from "./bag";
