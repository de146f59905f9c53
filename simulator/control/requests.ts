import type { Control } from "./control-call";

/** GET `/requests`. */
export const getRequests: Control = ({ world }) => ({ body: world.log.entries().map((entry) => ({ ...entry })) });

/** DELETE `/requests`. */
export const forgetRequests: Control = ({ world }) => {
  world.log.forget();
  return { body: {} };
};
