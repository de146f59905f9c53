import type { Control } from "./control-call";

/** GET `/requests`. */
export const getRequests: Control = ({ log }) => ({ body: log.entries().map((entry) => ({ ...entry })) });

/** DELETE `/requests`. */
export const forgetRequests: Control = ({ log }) => {
  log.forget();
  return { body: {} };
};
