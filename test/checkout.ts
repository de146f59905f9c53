import { join, resolve } from "node:path";

/** The folder of this repository. */
export const CHECKOUT = resolve(__dirname, "..");
/** The example programs, a folder each. */
export const EXAMPLES = join(CHECKOUT, "examples");
