import { generateKeyPairSync, randomBytes } from "node:crypto";
import { isIP } from "node:net";
import { md, pki } from "node-forge";

/** A server certificate with the authority that signed it, all as PEM text. */
export interface Certificate {
  readonly key: string;
  readonly certificate: string;
  /** What clients have to trust. */
  readonly caCertificate: string;
  /** Issues what a client of this common name may introduce itself by. */
  readonly issueClient: (commonName: string) => ClientCertificate;
}

/** A client's certificate with its key, as PEM text. */
export interface ClientCertificate {
  readonly certificate: string;
  readonly key: string;
}

interface Issued {
  readonly certificate: pki.Certificate;
  readonly keys: {
    readonly publicKey: pki.rsa.PublicKey;
    readonly privateKey: pki.rsa.PrivateKey;
    readonly pem: string;
  };
}

const LIFETIME_MS = 10 * 365 * 86_400_000;
const DAY_MS = 86_400_000;

/** Makes a certificate for a host name or address, also good for `localhost` and the loopback addresses. */
export function makeCertificate(host: string): Certificate {
  const authority = issue("pulumi-ontap-iscsi simulator CA", undefined, [
    { name: "basicConstraints", cA: true, critical: true },
    { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    { name: "subjectKeyIdentifier" },
  ]);
  const server = issue(host, authority, [
    { name: "basicConstraints", cA: false },
    { name: "keyUsage", digitalSignature: true, keyEncipherment: true, critical: true },
    { name: "extKeyUsage", serverAuth: true },
    { name: "subjectAltName", altNames: altNames(new Set([host, "localhost", "127.0.0.1", "::1"])) },
  ]);
  return {
    key: server.keys.pem,
    certificate: pki.certificateToPem(server.certificate),
    caCertificate: pki.certificateToPem(authority.certificate),
    issueClient: (commonName) => issueClient(commonName, authority),
  };
}

function issueClient(commonName: string, authority: Issued): ClientCertificate {
  const client = issue(commonName, authority, [
    { name: "basicConstraints", cA: false },
    { name: "keyUsage", digitalSignature: true, critical: true },
    { name: "extKeyUsage", clientAuth: true },
  ]);
  return { certificate: pki.certificateToPem(client.certificate), key: client.keys.pem };
}

function issue(commonName: string, issuer: Issued | undefined, extensions: object[]): Issued {
  const keys = makeKeys();
  const certificate = pki.createCertificate();
  const subject = [{ name: "commonName", value: commonName }];
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = newSerialNumber();
  certificate.validity.notBefore = new Date(Date.now() - DAY_MS);
  certificate.validity.notAfter = new Date(Date.now() + LIFETIME_MS);
  certificate.setSubject(subject);
  certificate.setIssuer(issuer === undefined ? subject : issuer.certificate.subject.attributes);
  certificate.setExtensions(extensions);
  certificate.sign((issuer?.keys ?? keys).privateKey, md.sha256.create());
  return { certificate, keys };
}

/**
 * A serial number, in hexadecimal digits. Its first byte keeps it positive and in its shortest form: OpenSSL reads no
 * certificate whose number begins with a zero that it does not need.
 */
export function newSerialNumber(): string {
  return `01${randomBytes(15).toString("hex")}`;
}

function makeKeys(): Issued["keys"] {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
  const parsed = pki.privateKeyFromPem(pem);
  return { privateKey: parsed, publicKey: pki.setRsaPublicKey(parsed.n, parsed.e), pem };
}

/** Types of alternative names as X.509 numbers them: 2 is a DNS name, 7 an address. */
function altNames(hosts: ReadonlySet<string>): object[] {
  return [...hosts].map((host) => (isIP(host) ? { type: 7, ip: host } : { type: 2, value: host }));
}
