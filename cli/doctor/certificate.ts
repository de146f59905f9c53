import type { SeenCertificate, TlsGreeting } from "../../provider/diagnosis";
import type { ConnectionOptions } from "../../provider/rest";
import type { Finding } from "./finding";

type Judgement = Pick<Finding, "status" | "text" | "hint">;

const DAY_MS = 86_400_000;
/** Days before the end of a certificate from which on it is worth a word. */
const SOON_DAYS = 30;

/** What a greeting's certificate says, judged by the options of the connection. */
export function judgeCertificate(
  { protocol, chain, trouble }: TlsGreeting,
  { insecure = false, caCertificate }: Pick<ConnectionOptions, "insecure" | "caCertificate">,
  now: Date,
): Judgement {
  const [own] = chain;
  const about = `${protocol}, ${own === undefined ? "no certificate" : described(own)}`;
  if (trouble !== undefined) {
    const { reason, hint } = trouble;
    return insecure
      ? {
          status: "warning",
          text: `${about}; accepted since insecure is true, although ${reason}`,
          hint: `Anybody in between could read the login. ${hint} Then remove insecure.`,
        }
      : { status: "error", text: `${about}: ${reason}`, hint };
  }
  const trusted = caCertificate === undefined ? "an authority that Node.js trusts" : "the authority of caCertificate";
  const ending = chain.find(({ validTo }) => validTo.getTime() - now.getTime() < SOON_DAYS * DAY_MS);
  const text = `${about}; ${chain.length === 1 ? "1 certificate" : `chain of ${chain.length} certificates`}, trusted by ${trusted}`;
  if (ending !== undefined) {
    return {
      status: "warning",
      text: `${text}; the certificate of ${ending.subject} ends on ${day(ending.validTo)}`,
      hint: "Renew it in time: after that nothing reaches the array.",
    };
  }
  return insecure
    ? { status: "warning", text: `${text}, but not checked, since insecure is true`, hint: "Remove insecure." }
    : { status: "ok", text };
}

function described({ subject, issuer, validTo }: SeenCertificate): string {
  return `certificate of ${subject} by ${issuer}, valid until ${day(validTo)}`;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
