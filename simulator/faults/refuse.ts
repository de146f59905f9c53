import type { FaultKind } from "./fault";

/** `refuse`: the connection is closed before the request has any effect. */
export const refuse: FaultKind = { keys: [], read: () => async () => ({ connection: "destroy" }) };
