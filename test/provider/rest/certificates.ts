import { generateKeyPairSync, randomBytes } from "node:crypto";
import { isIP } from "node:net";
import { md, pki } from "node-forge";

/** A certificate and its key, as PEM text; and what it takes to sign others with it. */
export interface Issued {
  readonly pem: string;
  readonly key: string;
  readonly certificate: pki.Certificate;
  readonly signs: pki.rsa.PrivateKey;
}

/** What a certificate is to say. */
export interface CertificateOptions {
  readonly commonName: string;
  /** Names and addresses that it is for. Default: none. */
  readonly hosts?: readonly string[];
  readonly from?: Date;
  readonly to?: Date;
  /** Who signs it. Default: itself. */
  readonly issuer?: Issued;
  readonly isAuthority?: boolean;
}

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const KEY = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
const YEAR_MS = 365 * 86_400_000;

/** Makes a certificate, with one key for all of them. */
export function certificateFor({ commonName, hosts = [], issuer, ...options }: CertificateOptions): Issued {
  const signs = pki.privateKeyFromPem(KEY);
  const certificate = pki.createCertificate();
  const subject = [{ name: "commonName", value: commonName }];
  certificate.publicKey = pki.setRsaPublicKey(signs.n, signs.e);
  certificate.serialNumber = `00${randomBytes(15).toString("hex")}`;
  certificate.validity.notBefore = options.from ?? new Date(Date.now() - YEAR_MS);
  certificate.validity.notAfter = options.to ?? new Date(Date.now() + YEAR_MS);
  certificate.setSubject(subject);
  certificate.setIssuer(issuer?.certificate.subject.attributes ?? subject);
  certificate.setExtensions([
    { name: "basicConstraints", cA: options.isAuthority === true },
    ...(hosts.length === 0 ? [] : [{ name: "subjectAltName", altNames: hosts.map(alternative) }]),
  ]);
  certificate.sign(issuer?.signs ?? signs, md.sha256.create());
  return { pem: pki.certificateToPem(certificate), key: KEY, certificate, signs };
}

/** Types of alternative names as X.509 numbers them: 2 is a DNS name, 7 an address. */
function alternative(host: string): object {
  return isIP(host) ? { type: 7, ip: host } : { type: 2, value: host };
}
