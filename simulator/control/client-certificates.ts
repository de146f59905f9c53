import { InputError, InputReader } from "../input/reader";
import type { Control } from "./control";

/** POST `/client-certificates`: issues a certificate for `commonName`, by which the user of that name logs in. */
export const issueClientCertificate: Control = ({ certificate, body }) => {
  const commonName = new InputReader(body, "", ["commonName"]).required("commonName");
  if (certificate === undefined) {
    throw new InputError("client certificates need a simulator with TLS");
  }
  const client = certificate.issueClient(commonName);
  return { status: 201, body: { clientCertificate: client.certificate, clientKey: client.key } };
};
