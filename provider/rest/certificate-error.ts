import type { ResolvedOptions } from "./options";
import { withoutBrackets } from "./origin";
import type { SeenCertificate } from "./seen-certificate";

/** What is wrong with a certificate, and what to do about it: parts of an error. */
export interface CertificateTrouble {
  readonly reason: string;
  readonly hint: string;
}

/** What Node.js calls a certificate that it does not believe. Source: "X509 certificate error codes" of its TLS page. */
const CODES = new Set([
  "CERT_CHAIN_TOO_LONG",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_REJECTED",
  "CERT_REVOKED",
  "CERT_SIGNATURE_FAILURE",
  "CERT_UNTRUSTED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERROR_IN_CERT_NOT_AFTER_FIELD",
  "ERROR_IN_CERT_NOT_BEFORE_FIELD",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "HOSTNAME_MISMATCH",
  "INVALID_CA",
  "INVALID_PURPOSE",
  "PATH_LENGTH_EXCEEDED",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
  "UNABLE_TO_DECRYPT_CERT_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** Those that say that nobody who is trusted has signed it. */
const UNKNOWN_AUTHORITY = new Set([
  "CERT_UNTRUSTED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** What is said where the certificate itself could not be seen. */
const IN_WORDS: ReadonlyMap<string, string> = new Map([
  ["CERT_HAS_EXPIRED", "it, or one of its authority, has expired"],
  ["CERT_NOT_YET_VALID", "it is not valid yet"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "it is for another host"],
]);

const MOST_NAMES = 8;
const DAY_MS = 86_400_000;

/** True for the code of a handshake that ended since the server's certificate was not believed: nothing was sent. */
export function isCertificateCode(networkCode: string): boolean {
  return CODES.has(networkCode);
}

/** What a certificate was refused for, from the code and, where they could be seen, the certificates themselves. */
export function certificateTrouble(
  networkCode: string,
  options: ResolvedOptions,
  chain: readonly SeenCertificate[] = [],
): CertificateTrouble {
  const found = [...dates(chain), ...otherName(options, chain[0]), ...authority(networkCode, options, chain)];
  const [first, ...more] = found.length === 0 ? [withoutDetail(networkCode, options)] : found;
  return {
    reason: [first, ...more].map((trouble) => trouble?.reason).join("; and "),
    hint: [first, ...more].map((trouble) => trouble?.hint).join(" "),
  };
}

function dates(chain: readonly SeenCertificate[]): readonly CertificateTrouble[] {
  const now = Date.now();
  return chain.flatMap((certificate, index) => {
    const { subject, validFrom, validTo } = certificate;
    const whose = index === 0 ? "the array's certificate" : `the certificate of its authority "${subject}"`;
    if (validTo.getTime() < now) {
      const days = Math.floor((now - validTo.getTime()) / DAY_MS);
      const ago = days === 0 ? "today" : days === 1 ? "1 day ago" : `${days} days ago`;
      return [
        {
          reason: `${whose} expired on ${time(validTo)} (${ago})`,
          hint:
            index === 0
              ? "Renew it on the array (security certificate create or install, then security ssl modify)."
              : "Renew it, and what it has signed; then set caCertificate to the new one.",
        },
      ];
    }
    return validFrom.getTime() > now
      ? [
          {
            reason: `${whose} is valid only from ${time(validFrom)} on, and the clock of this machine says ${time(new Date(now))}`,
            hint: "Check the clocks of this machine and of the array.",
          },
        ]
      : [];
  });
}

function otherName({ origin }: ResolvedOptions, own: SeenCertificate | undefined): readonly CertificateTrouble[] {
  if (own === undefined || own.isForHost) {
    return [];
  }
  const host = withoutBrackets(new URL(origin).hostname);
  const names = own.names.slice(0, MOST_NAMES).join(", ");
  const more = own.names.length > MOST_NAMES ? ` and ${own.names.length - MOST_NAMES} more` : "";
  return [
    {
      reason: `the array's certificate is for ${names === "" ? "no host at all" : names}${more}, but host asks for ${host}`,
      hint: `${names === "" ? "Install" : "Set host to a name that the certificate has, or install"} a certificate for ${host} on the array.`,
    },
  ];
}

function authority(
  networkCode: string,
  { tls }: ResolvedOptions,
  chain: readonly SeenCertificate[],
): readonly CertificateTrouble[] {
  if (!UNKNOWN_AUTHORITY.has(networkCode)) {
    return [];
  }
  const trusted =
    tls.caSource === undefined
      ? "caCertificate is not set, so only the authorities that Node.js knows are"
      : `caCertificate (${tls.caSource}) does not hold it`;
  const [own, last] = [chain[0], chain.at(-1)];
  if (own === undefined || last === undefined) {
    return [
      {
        reason: `the authority that signed the array's certificate is not trusted: ${trusted}`,
        hint: "Set caCertificate to the certificate of that authority, as PEM text or a path.",
      },
    ];
  }
  if (own.isSelfSigned) {
    return [
      {
        reason: `the array's certificate "${own.subject}" is signed by itself and not trusted: ${trusted}`,
        hint: `Set caCertificate to this certificate, as PEM text or a path, once you have seen on the array that its SHA-256 fingerprint is ${own.sha256}.`,
      },
    ];
  }
  const path = [...chain.map(({ subject }) => subject), ...(last.isSelfSigned ? [] : [last.issuer])];
  return [
    {
      reason: `the authority that signed the array's certificate is not trusted (${path.map((name) => `"${name}"`).join(", signed by ")}): ${trusted}`,
      hint: `Set caCertificate to the certificate of "${path.at(-1)}", as PEM text or a path.`,
    },
  ];
}

function withoutDetail(networkCode: string, { tls }: ResolvedOptions): CertificateTrouble {
  const ca = tls.caSource === undefined ? "which is not set" : `now ${tls.caSource}`;
  return {
    reason: `the array's certificate is not accepted: ${IN_WORDS.get(networkCode) ?? networkCode}`,
    hint: `Check the certificate on the array, and caCertificate, ${ca}.`,
  };
}

function time(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
