import { truncate, wrongType } from "./body";
import { loseReply, refuse, reset } from "./connection";
import { hang, latency } from "./delay";
import { html, locked, statusFault } from "./errors";
import type { FaultKind } from "./fault";
import { job } from "./job";
import { emptyPage, partialPage } from "./pages";

/** Every kind of fault by the name that a rule uses. */
export const faultKinds: Readonly<Record<string, FaultKind>> = {
  latency,
  refuse,
  reset,
  hang,
  truncate,
  status: statusFault,
  loseReply,
  partialPage,
  emptyPage,
  locked,
  job,
  html,
  wrongType,
};
