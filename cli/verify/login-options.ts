import { isIP } from "node:net";
import { DEFAULT_INITIATOR, initiatorFault } from "../../provider/schema";
import { UsageError } from "../usage-error";
import { type Portal, readPortal } from "./login/portal";

/** A portal that is given for an SVM. */
export interface PortalOfSvm {
  /** Name or UUID. */
  readonly svm: string;
  readonly portal: Portal;
}

/** Options of every command that logs in, as `parseArgs` takes them. */
export const loginArguments = {
  "as-initiator": { type: "string" },
  portal: { type: "string", multiple: true },
  from: { type: "string" },
  timeout: { type: "string" },
} as const;

/** How logins are made, as the command line says it. */
export interface GivenLoginOptions {
  readonly asInitiator: string | undefined;
  readonly portals: readonly PortalOfSvm[];
  readonly from: string | undefined;
  readonly timeoutMs: number;
}

const DEFAULT_TIMEOUT_MS = 5000;
const LONGEST_TIMEOUT_MS = 60_000;

/** Reads {@link loginArguments}. Throws {@link UsageError}. */
export function readLoginOptions(values: {
  readonly "as-initiator"?: string | undefined;
  readonly portal?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly timeout?: string | undefined;
}): GivenLoginOptions {
  const { "as-initiator": asInitiator, portal = [], from, timeout } = values;
  if (asInitiator !== undefined && (asInitiator === DEFAULT_INITIATOR || initiatorFault(asInitiator) !== undefined)) {
    throw new UsageError("--as-initiator must be the name of an initiator, such as iqn.1995-08.com.example:host1");
  }
  if (from !== undefined && isIP(from) === 0) {
    throw new UsageError("--from must be an IPv4 or IPv6 address of this machine");
  }
  return {
    asInitiator,
    portals: portal.map(portalOfSvm),
    from,
    timeoutMs: timeout === undefined ? DEFAULT_TIMEOUT_MS : timeoutOf(timeout),
  };
}

function portalOfSvm(text: string): PortalOfSvm {
  const [svm = "", ...rest] = text.split("=");
  const portal = readPortal(rest.join("="));
  if (svm === "" || portal === undefined) {
    throw new UsageError("--portal must be SVM=ADDRESS[:PORT], such as svm1=10.0.0.1 or svm1=[fd00::1]:3260");
  }
  return { svm, portal };
}

function timeoutOf(text: string): number {
  const [, number, unit] = /^([1-9]\d{0,4})(ms|s)$/.exec(text) ?? [];
  const value = Number(number) * (unit === "s" ? 1000 : 1);
  if (!(value <= LONGEST_TIMEOUT_MS)) {
    throw new UsageError("--timeout takes seconds or milliseconds, such as 5s or 500ms, up to 60s");
  }
  return value;
}
