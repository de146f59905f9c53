import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "../../../provider/rest";
import { type ConnectionOptions, resolveOptions } from "../../../provider/rest/options";
import { startSimulator } from "../../../simulator";
import { makeCertificate } from "../../../simulator/certificate";

const login = { username: "admin", password: "pass" };
const { certificate: PEM, key: KEY } = makeCertificate("127.0.0.1");

describe("the host", () => {
  it.each([
    ["cluster1", "https://cluster1"],
    ["cluster1:8443", "https://cluster1:8443"],
    ["10.0.0.1", "https://10.0.0.1"],
    ["fd20::1", "https://[fd20::1]"],
    ["[fd20::1]:8443", "https://[fd20::1]:8443"],
    ["https://cluster1/", "https://cluster1"],
    ["https://cluster1/api", "https://cluster1"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
    ["http://localhost:8080", "http://localhost:8080"],
    ["http://[::1]:8080", "http://[::1]:8080"],
    ["http://127.9.9.9", "http://127.9.9.9"],
    [" cluster1 ", "https://cluster1"],
  ])("%s is %s", (host, origin) => {
    expect(resolveOptions({ host, ...login }).origin).toBe(origin);
  });

  it.each([
    ["http://cluster1", /http: would send the login in plaintext/],
    ["http://10.0.0.1", /http: would send the login in plaintext/],
    ["http://127.0.0.1.example.com", /http: would send the login in plaintext/],
    ["http://localhost.example.com", /http: would send the login in plaintext/],
    ["", /not set/],
    ["https://admin:pass@cluster1", /it holds a login/],
    ["https://cluster1/other", /path or a query/],
    ["https://cluster1?x=1", /path or a query/],
    ["ftp://cluster1", /not a scheme/],
    ["a b", /neither a name, name:port nor a URL/],
  ])("%j is refused before anything is sent", (host, message) => {
    expect(() => connect({ host, ...login })).toThrow(
      expect.objectContaining({ code: "configuration", message: expect.stringMatching(message) }),
    );
  });

  it("never quotes a login that stands in it", () => {
    expect(() => connect({ host: "https://admin:hunter22@cluster1", ...login })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("hunter22") }),
    );
  });
});

describe("the login", () => {
  it("is Basic in UTF-8", () => {
    const { authorization } = resolveOptions({ host: "c", username: "jürgen", password: "pä:ß" });
    expect(authorization).toBe(`Basic ${Buffer.from("jürgen:pä:ß", "utf8").toString("base64")}`);
  });

  it("is a bearer token where there is one, whatever else is set", () => {
    expect(resolveOptions({ host: "c", token: "abc", ...login }).authorization).toBe("Bearer abc");
  });

  it("is the client certificate where there is nothing else", () => {
    const resolved = resolveOptions({ host: "c", clientCertificate: PEM, clientKey: KEY });
    expect(resolved).toMatchObject({ authorization: undefined, tls: { cert: PEM, key: KEY } });
  });

  it.each<[string, Partial<ConnectionOptions>]>([
    ["username", { password: "pass" }],
    ["password", { username: "admin" }],
    ["clientKey", { clientCertificate: PEM }],
    ["clientCertificate", { clientKey: KEY }],
  ])("names what is missing: %s", (missing, given) => {
    expect(() => resolveOptions({ host: "c", ...given })).toThrow(
      expect.objectContaining({ code: "configuration", message: expect.stringContaining(missing) }),
    );
  });
});

describe("certificates", () => {
  const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-pem-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("may stand in a file", () => {
    const path = join(folder, "ca.pem");
    writeFileSync(path, PEM);
    expect(resolveOptions({ host: "c", ...login, caCertificate: path }).tls.ca).toBe(PEM);
  });

  it("may spell a line break as variables do", () => {
    const spelled = PEM.replaceAll("\n", "\\n");
    expect(resolveOptions({ host: "c", ...login, caCertificate: spelled }).tls.ca).toBe(PEM);
  });

  it.each([
    ["no such file", join(folder, "missing.pem")],
    ["a file without PEM text", join(__dirname, "servers.ts")],
    ["PEM text that is no certificate", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"],
  ])("are refused with the option's name: %s", (_title, path) => {
    expect(() => resolveOptions({ host: "c", ...login, caCertificate: path })).toThrow(
      expect.objectContaining({ code: "configuration", message: expect.stringContaining("caCertificate") }),
    );
  });
});

it.each([
  ["timeoutMs", 0],
  ["timeoutMs", 1.5],
  ["timeoutMs", 2_147_483_648],
  ["timeoutMs", 4_294_967_296],
  ["timeoutMs", Number.NaN],
  ["timeoutMs", Number.POSITIVE_INFINITY],
  ["maxConcurrentRequests", -1],
  ["maxConcurrentRequests", 1_001],
  ["maxConcurrentRequests", 1e20],
])("%s of %d is refused", (option, value) => {
  expect(() => resolveOptions({ host: "c", ...login, [option]: value })).toThrow(
    expect.objectContaining({ code: "configuration", message: expect.stringContaining(option) }),
  );
});

it("the longest time-out is one that a timer can wait", async () => {
  const array = await startSimulator();
  const { url: host, username, password } = array;
  const ontap = connect({ host, username, password, timeoutMs: 2_147_483_647, maxConcurrentRequests: 1_000 });
  expect(await ontap.iscsiServices.list()).toEqual([]);
  await array.close();
});
