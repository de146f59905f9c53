import type { Control } from "./control-call";

/** GET `/stats`. */
export const getStats: Control = ({ world }) => ({ body: { ...world.log.stats() } });
