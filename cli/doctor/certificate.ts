import type { ServerCertificate, TlsGreeting } from "../../provider/diagnosis";
import type { ConnectionOptions } from "../../provider/rest";
import type { Finding } from "./finding";

type Judgement = Pick<Finding, "status" | "text" | "hint">;

const DAY_MS = 86_400_000;
/** Days before the end of a certificate from which on it is worth a word. */
const SOON_DAYS = 30;

/** What a greeting's certificate says, judged by the options of the connection. */
export function judgeCertificate(
  { protocol, chain, distrust }: TlsGreeting,
  { host, insecure = false, caCertificate }: Pick<ConnectionOptions, "host" | "insecure" | "caCertificate">,
  now: Date,
): Judgement {
  const [own] = chain;
  const about = `${protocol}, ${own === undefined ? "no certificate" : described(own)}`;
  if (distrust !== undefined) {
    const problem = whatIsWrong(distrust, own, host, now);
    return insecure
      ? {
          status: "warning",
          text: `${about}; accepted since insecure is true, although ${problem.text}`,
          hint: `Anybody in between could read the login. ${problem.hint} Then remove insecure.`,
        }
      : { status: "error", text: `${about}: ${problem.text} (${distrust})`, hint: problem.hint };
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

function described({ subject, issuer, validTo }: ServerCertificate): string {
  return `certificate of ${subject} by ${issuer}, valid until ${day(validTo)}`;
}

/** What a code of OpenSSL or Node.js means for this certificate. */
function whatIsWrong(
  code: string,
  own: ServerCertificate | undefined,
  host: string,
  now: Date,
): { readonly text: string; readonly hint: string } {
  if (code === "CERT_HAS_EXPIRED") {
    const since = own !== undefined && own.validTo < now ? `it expired on ${day(own.validTo)}` : "one of them expired";
    return { text: since, hint: "Renew the cluster's certificate, or check this machine's clock." };
  }
  if (code === "CERT_NOT_YET_VALID") {
    return { text: "it is not valid yet", hint: "Check the clocks of this machine and of the cluster." };
  }
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    const names = own?.names.join(", ") || own?.subject || "nothing";
    return {
      text: `it is for ${names}, and not for the host that is configured, ${host}`,
      hint: "Configure the host by a name in the certificate, or have one made that names this host.",
    };
  }
  return {
    text: "it is signed by an authority that is not trusted",
    hint: "Set caCertificate to the authority that signed it, or to the certificate itself where it signed itself.",
  };
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
