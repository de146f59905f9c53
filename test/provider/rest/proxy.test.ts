import { proxyFor } from "../../../provider/rest/proxy";
import { everythingIn } from "./everything-in";

const PROXY = "http://proxy.example.com:3128";
const ARRAY = "https://cluster1.example.com";

describe("the proxy for an array", () => {
  it.each([
    ["HTTPS_PROXY", { HTTPS_PROXY: PROXY }],
    ["https_proxy", { https_proxy: PROXY }],
    ["HTTP_PROXY", { HTTP_PROXY: PROXY }],
    ["http_proxy", { http_proxy: PROXY }],
    ["HTTPS_PROXY", { HTTPS_PROXY: PROXY, HTTP_PROXY: "http://other:1" }],
    ["https_proxy", { HTTPS_PROXY: "http://other:1", https_proxy: PROXY }],
    ["HTTPS_PROXY", { HTTPS_PROXY: PROXY, https_proxy: "" }],
    ["HTTPS_PROXY", { HTTPS_PROXY: "proxy.example.com:3128" }],
    ["HTTPS_PROXY", { HTTPS_PROXY: `${PROXY}/\n` }],
  ])("is that of %s: %j", (variable, env) => {
    expect(proxyFor(ARRAY, env)).toMatchObject({ url: PROXY, variable, authorization: undefined, secrets: [] });
  });

  it("may speak TLS, and may want a login, percent-encoded", () => {
    expect(proxyFor(ARRAY, { HTTPS_PROXY: "https://me:p%40ss%3A@proxy.example.com" })).toEqual({
      url: "https://proxy.example.com",
      authorization: `Basic ${Buffer.from("me:p@ss:").toString("base64")}`,
      secrets: ["p@ss:"],
      variable: "HTTPS_PROXY",
    });
  });

  it("is none where no variable is set", () => {
    expect(proxyFor(ARRAY, { HTTPS_PROXY: "", NO_PROXY: "" })).toBeUndefined();
  });

  it.each([
    "http://127.0.0.1:8080",
    "https://127.0.0.1",
    "https://127.8.8.8:8443",
    "https://localhost:8443",
    "https://[::1]:8443",
    "https://[::ffff:127.0.0.1]",
  ])("is never one for this machine: %s", (origin) => {
    expect(proxyFor(origin, { HTTPS_PROXY: PROXY, HTTP_PROXY: PROXY })).toBeUndefined();
  });

  it.each([
    ["no URL", "http://me:hunter2@bad host"],
    ["another kind of proxy", "socks5://me:hunter2@proxy.example.com"],
    ["a login that is not percent-encoded", "http://me:hunter2%@proxy.example.com"],
  ])("is refused by the variable's name, without its value: %s", (_title, value) => {
    let error: unknown;
    try {
      proxyFor(ARRAY, { HTTPS_PROXY: value });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: "configuration", message: expect.stringContaining("HTTPS_PROXY") });
    expect(everythingIn(error)).not.toContain("hunter2");
  });
});

describe("NO_PROXY", () => {
  const passesBy = (origin: string, list: string, name = "NO_PROXY") =>
    proxyFor(origin, { HTTPS_PROXY: PROXY, [name]: list }) === undefined;

  it.each([
    ["*", ARRAY],
    ["cluster1.example.com", ARRAY],
    ["CLUSTER1.example.com", ARRAY],
    ["example.com", ARRAY],
    [".example.com", ARRAY],
    ["*.example.com", ARRAY],
    ["other, example.com", ARRAY],
    ["other example.com", ARRAY],
    ["cluster1.example.com:443", ARRAY],
    ["example.com:8443", "https://cluster1.example.com:8443"],
    ["10.1.2.3", "https://10.1.2.3"],
    ["10.1.2.3:443", "https://10.1.2.3"],
    ["10.0.0.0/8", "https://10.1.2.3"],
    ["fd20::1", "https://[fd20::1]"],
    ["[fd20::1]:8443", "https://[fd20::1]:8443"],
    ["fd20:0::/32", "https://[fd20::1]"],
  ])("of %j passes by the proxy for %s", (list, origin) => {
    expect(passesBy(origin, list)).toBe(true);
    expect(passesBy(origin, list, "no_proxy")).toBe(true);
  });

  it.each([
    ["", ARRAY],
    ["ample.com", ARRAY],
    ["cluster1", ARRAY],
    ["a.cluster1.example.com", ARRAY],
    ["example.com:8443", ARRAY],
    ["10.1.2.3:8443", "https://10.1.2.3"],
    ["1.2.3", "https://10.1.2.3"],
    ["11.0.0.0/8", "https://10.1.2.3"],
    ["10.0.0.0/99", "https://10.1.2.3"],
    ["fd20::/32", "https://10.1.2.3"],
    ["10.0.0.0/8", ARRAY],
    [".", ARRAY],
  ])("of %j does not for %s", (list, origin) => {
    expect(passesBy(origin, list)).toBe(false);
  });
});
