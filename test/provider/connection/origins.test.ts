import { connectionOrigins } from "../../../provider/connection";

const configured = (values: Readonly<Record<string, string>>) => (key: string) => values[key];

it("tells of each value where it comes from, without the values of secrets", () => {
  const config = configured({ host: "cluster1", username: "pulumi", password: "hunter2", caCertificate: "ca.pem" });
  const env = { ONTAP_PASSWORD: "hunter3", ONTAP_CLIENT_KEY: "-----BEGIN KEY", ONTAP_TIMEOUT_MS: "1000" };
  const origins = connectionOrigins(config, env);
  expect(origins.map(({ source, shown, unusedFor }) => [source, shown, unusedFor])).toEqual([
    ["ontap-iscsi:host", "cluster1", undefined],
    ["ontap-iscsi:username", "pulumi", undefined],
    ["ontap-iscsi:password", undefined, "ONTAP_PASSWORD takes precedence"],
    ["ONTAP_PASSWORD", undefined, undefined],
    ["ONTAP_CLIENT_KEY", undefined, undefined],
    ["ontap-iscsi:caCertificate", "ca.pem", undefined],
    ["ONTAP_TIMEOUT_MS", "1000", undefined],
  ]);
  expect(JSON.stringify(origins)).not.toContain("hunter");
});

it("tells of a named cluster's own keys and variables", () => {
  const clusters = JSON.stringify({ east: { host: "east", password: "hunter2" } });
  const env = { ONTAP_EAST_HOST: "elsewhere", ONTAP_HOST: "other", ONTAP_EAST_USERNAME: "u" };
  expect(connectionOrigins(configured({ clusters }), env, "east")).toMatchObject([
    { key: "host", from: "configuration", source: "ontap-iscsi:clusters.east.host", shown: "east" },
    { key: "username", from: "environment", source: "ONTAP_EAST_USERNAME", shown: "u" },
    { key: "password", optionsAndKey: "--path ontap-iscsi:clusters.east.password", shown: undefined },
  ]);
});

it("tells of a login that the environment replaces by one of another kind", () => {
  const config = configured({ host: "cluster1", username: "pulumi", password: "hunter2" });
  const unused = connectionOrigins(config, { ONTAP_TOKEN: "t" }).filter(({ unusedFor }) => unusedFor !== undefined);
  expect(unused.map(({ key, unusedFor }) => [key, unusedFor])).toEqual([
    ["username", "the environment logs in otherwise"],
    ["password", "the environment logs in otherwise"],
  ]);
});

it("shows no login in a host, no text of a key, and PEM text as such", () => {
  const env = {
    ONTAP_HOST: "https://admin:hunter2@cluster1",
    ONTAP_CLIENT_KEY: "/etc/key.pem",
    ONTAP_CLIENT_CERTIFICATE: "-----BEGIN CERTIFICATE-----",
  };
  expect(connectionOrigins(configured({}), env).map(({ key, shown }) => [key, shown])).toEqual([
    ["host", undefined],
    ["clientCertificate", "PEM text"],
    ["clientKey", "/etc/key.pem"],
  ]);
});
