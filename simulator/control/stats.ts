import type { Control } from "./control-call";

/** GET `/stats`. */
export const getStats: Control = ({ log }) => ({ body: { ...log.stats() } });
