import type { Control } from "./control-call";

/** POST `/faults`. */
export const addFault: Control = ({ faults, body }) => ({ status: 201, body: faults.add(body) });

/** GET `/faults`: each rule as it was given, with the number of matching requests it has seen. */
export const getFaults: Control = ({ faults }) => ({ body: faults.list() });

/** DELETE `/faults`. */
export const clearFaults: Control = ({ faults }) => {
  faults.clear();
  return { body: {} };
};
