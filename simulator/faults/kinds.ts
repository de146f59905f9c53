import { emptyPage } from "./empty-page";
import type { FaultKind } from "./fault";
import { hang } from "./hang";
import { html } from "./html";
import { job } from "./job";
import { latency } from "./latency";
import { locked } from "./locked";
import { loseReply } from "./lose-reply";
import { partialPage } from "./partial-page";
import { refuse } from "./refuse";
import { reset } from "./reset";
import { statusFault } from "./status";
import { truncate } from "./truncate";
import { wrongType } from "./wrong-type";

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
