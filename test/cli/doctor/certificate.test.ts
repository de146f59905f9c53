import { judgeCertificate } from "../../../cli/doctor/certificate";

const NOW = new Date("2026-06-01T00:00:00Z");

function certificate(validTo: string, more: object = {}) {
  return {
    subject: "cluster1",
    issuer: "Example CA",
    names: ["cluster1.example.com", "10.0.0.1"],
    isSelfSigned: false,
    sha256: "00",
    isForHost: true,
    validFrom: new Date("2025-01-01T00:00:00Z"),
    validTo: new Date(validTo),
    ...more,
  };
}

const good = {
  protocol: "TLSv1.3",
  chain: [certificate("2027-01-01"), certificate("2035-01-01")],
  trouble: undefined,
};

it("is content with a certificate that is trusted and lasts", () => {
  expect(judgeCertificate(good, { caCertificate: "ca.pem" }, NOW)).toEqual({
    status: "ok",
    text: "TLSv1.3, certificate of cluster1 by Example CA, valid until 2027-01-01; chain of 2 certificates, trusted by the authority of caCertificate",
  });
});

it("warns of a certificate in the chain that ends within 30 days", () => {
  const chain = [certificate("2027-01-01"), certificate("2026-06-20", { subject: "Example CA" })];
  expect(judgeCertificate({ ...good, chain }, {}, NOW)).toMatchObject({
    status: "warning",
    text: expect.stringContaining("the certificate of Example CA ends on 2026-06-20"),
  });
});

it("says what is wrong and what to do, and with insecure warns of the same", () => {
  const trouble = { reason: "it expired", hint: "Renew it." };
  const greeting = { ...good, trouble };
  const strict = judgeCertificate(greeting, {}, NOW);
  expect(strict).toMatchObject({ status: "error", text: expect.stringContaining("it expired"), hint: "Renew it." });
  const insecure = judgeCertificate(greeting, { insecure: true }, NOW);
  expect(insecure).toMatchObject({ status: "warning", text: expect.stringContaining("although it expired") });
  expect(insecure.hint).toContain("Renew it. Then remove insecure.");
});

it("warns of insecure also where the certificate would be trusted", () => {
  expect(judgeCertificate(good, { insecure: true }, NOW)).toMatchObject({
    status: "warning",
    hint: "Remove insecure.",
  });
});
