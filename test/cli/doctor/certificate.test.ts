import { judgeCertificate } from "../../../cli/doctor/certificate";

const NOW = new Date("2026-06-01T00:00:00Z");

function certificate(validTo: string, more: object = {}) {
  return {
    subject: "cluster1",
    issuer: "Example CA",
    names: ["cluster1.example.com", "10.0.0.1"],
    validFrom: new Date("2025-01-01T00:00:00Z"),
    validTo: new Date(validTo),
    ...more,
  };
}

const good = {
  protocol: "TLSv1.3",
  chain: [certificate("2027-01-01"), certificate("2035-01-01")],
  distrust: undefined,
};
const host = "cluster1";

it("is content with a certificate that is trusted and lasts", () => {
  expect(judgeCertificate(good, { host, caCertificate: "ca.pem" }, NOW)).toEqual({
    status: "ok",
    text: "TLSv1.3, certificate of cluster1 by Example CA, valid until 2027-01-01; chain of 2 certificates, trusted by the authority of caCertificate",
  });
});

it("warns of a certificate in the chain that ends within 30 days", () => {
  const chain = [certificate("2027-01-01"), certificate("2026-06-20", { subject: "Example CA" })];
  expect(judgeCertificate({ ...good, chain }, { host }, NOW)).toMatchObject({
    status: "warning",
    text: expect.stringContaining("the certificate of Example CA ends on 2026-06-20"),
  });
});

it.each([
  ["CERT_HAS_EXPIRED", "it expired on 2026-05-01", "Renew"],
  ["CERT_NOT_YET_VALID", "it is not valid yet", "clocks"],
  [
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "it is for cluster1.example.com, 10.0.0.1, and not for the host",
    "by a name in the certificate",
  ],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "signed by an authority that is not trusted", "Set caCertificate"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "signed by an authority that is not trusted", "Set caCertificate"],
])("says of %s what is wrong and what to do", (distrust, text, hint) => {
  const greeting = { ...good, chain: [certificate("2026-05-01")], distrust };
  expect(judgeCertificate(greeting, { host }, NOW)).toMatchObject({
    status: "error",
    text: expect.stringContaining(text),
    hint: expect.stringContaining(hint),
  });
  const insecure = judgeCertificate(greeting, { host, insecure: true }, NOW);
  expect(insecure).toMatchObject({ status: "warning", text: expect.stringContaining(text) });
  expect(insecure.hint).toContain("remove insecure");
});

it("warns of insecure also where the certificate would be trusted", () => {
  expect(judgeCertificate(good, { host, insecure: true }, NOW)).toMatchObject({
    status: "warning",
    hint: "Remove insecure.",
  });
});
