import { isPath, isSecretValue, takesPem } from "../../../provider/connection/settings";

const PEM = "-----BEGIN PRIVATE KEY-----";

it("a password, a token and the text of a private key are secrets, its path is none", () => {
  expect(["password", "token"].map((key) => isSecretValue(key, "hunter2"))).toEqual([true, true]);
  expect([isSecretValue("clientKey", PEM), isSecretValue("clientKey", "/etc/key.pem")]).toEqual([true, false]);
  expect(["host", "username", "caCertificate", "none"].map((key) => isSecretValue(key, PEM))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

it("tells a path from PEM text where either may be given", () => {
  expect([isPath("caCertificate", "ca.pem"), isPath("caCertificate", PEM), isPath("host", "ca.pem")]).toEqual([
    true,
    false,
    false,
  ]);
  expect(takesPem("clientKey")).toBe(true);
});
