import { connectionAdvice, uncheckedCertificates } from "../../../provider/connection";

const advice = (config: Readonly<Record<string, string>>, secrets: readonly string[] = [], env = {}) =>
  connectionAdvice(
    (key) => config[key],
    env,
    (key) => secrets.includes(key),
  );
const login = { host: "array1", username: "admin" };

describe("The advice on a configuration that works", () => {
  it("is none where certificates are checked and secrets are encrypted", () => {
    expect(advice({ ...login, password: "p", insecure: "false" }, ["ontap-iscsi:password"])).toEqual([]);
    expect(advice(login, [], { ONTAP_PASSWORD: "p" })).toEqual([]);
  });

  it.each(["password", "token"])("is to encrypt a %s in plaintext", (key) => {
    expect(advice({ ...login, [key]: "hunter2" })).toEqual([
      `ontap-iscsi:${key} is in the stack's configuration in plaintext. Encrypt it: pulumi config set --secret ontap-iscsi:${key}`,
    ]);
  });

  it("is to encrypt a private key in plaintext, but not the path to one", () => {
    const key = "-----BEGIN PRIVATE KEY-----";
    expect(advice({ ...login, clientKey: key })).toEqual([expect.stringContaining("--secret ontap-iscsi:clientKey")]);
    expect(advice({ ...login, clientKey: key }, ["ontap-iscsi:clientKey"])).toEqual([]);
    expect(advice({ ...login, clientKey: "/etc/key.pem" })).toEqual([]);
  });

  it("is to trust an authority instead of every certificate", () => {
    expect(advice({ ...login, insecure: "true" })).toEqual([
      expect.stringMatching(
        /^ontap-iscsi:insecure is true.*pulumi config set ontap-iscsi:caCertificate <file>, then pulumi config rm ontap-iscsi:insecure$/,
      ),
    ]);
    expect(advice({ ...login, insecure: "false" }, [], { ONTAP_INSECURE: "true" })).toEqual([
      expect.stringMatching(/^ONTAP_INSECURE is true.*then unset ONTAP_INSECURE$/),
    ]);
    expect(advice({ ...login, insecure: "true" }, [], { ONTAP_INSECURE: "false" })).toEqual([]);
  });

  it("is given for each named cluster by its own keys and variables", () => {
    const clusters = JSON.stringify({ east: { ...login, password: "hunter2", insecure: true }, west: login });
    expect(advice({ clusters }, [], { ONTAP_WEST_INSECURE: "true" })).toEqual([
      expect.stringContaining("pulumi config rm --path ontap-iscsi:clusters.east.insecure"),
      expect.stringContaining("pulumi config set --secret --path ontap-iscsi:clusters.east.password"),
      expect.stringMatching(
        /^ONTAP_WEST_INSECURE is true.*config set --path ontap-iscsi:clusters\.west\.caCertificate/,
      ),
    ]);
    const encrypted = { clusters: JSON.stringify({ east: { ...login, token: "t" } }) };
    expect(advice(encrypted, ["ontap-iscsi:clusters"])).toEqual([]);
  });

  it("is to give a provider of its own an authority, whose own argument no variable overrides", () => {
    const ofProvider = (args: Readonly<Record<string, string>>, env = {}) =>
      uncheckedCertificates(
        Object.assign((key: string) => args[key], { isExplicit: true }),
        env,
      );
    expect(ofProvider({ ...login, password: "p", insecure: "true" }, { ONTAP_INSECURE: "false" })).toEqual([
      expect.stringMatching(/^insecure is true.*: give the provider caCertificate, then leave out insecure$/),
    ]);
    expect(ofProvider(login, { ONTAP_INSECURE: "true" })).toEqual([
      expect.stringMatching(/^ONTAP_INSECURE is true.*: give the provider caCertificate, then unset ONTAP_INSECURE$/),
    ]);
    expect(ofProvider({ ...login, insecure: "false" }, { ONTAP_INSECURE: "true" })).toEqual([]);
  });
});
