import type { Control } from "./control-call";

/** POST `/faults`. */
export const addFault: Control = ({ world, body }) => ({ status: 201, body: world.faults.add(body) });

/** GET `/faults`: each rule as it was given, with the number of matching requests it has seen. */
export const getFaults: Control = ({ world }) => ({ body: world.faults.list() });

/** DELETE `/faults`. */
export const clearFaults: Control = ({ world }) => {
  world.faults.clear();
  return { body: {} };
};
