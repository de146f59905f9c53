import { greet, type TlsGreeting } from "../../../provider/diagnosis";
import { type Simulator, startSimulator } from "../../../simulator";
import { makeCertificate } from "../../../simulator/certificate";
import { connectProxy } from "../rest/connect-proxy";
import { errorOf } from "../rest/servers";
import { page, serve } from "../rest/tiny-server";

const LOGIN = { username: "admin", password: "correct-horse" };

describe("an array with TLS", () => {
  let array: Simulator;
  beforeAll(async () => {
    array = await startSimulator({ tls: true });
  });
  afterAll(() => array.close());

  it("shows its certificates, and that they are trusted through the authority that is given", async () => {
    const { origin, tls } = await greet({ ...LOGIN, host: array.url, caCertificate: array.caCertificate ?? "" });
    expect(origin).toBe(array.url);
    expect(tls).toMatchObject({
      protocol: "TLSv1.3",
      trouble: undefined,
      chain: [
        {
          subject: "127.0.0.1",
          issuer: "pulumi-ontap-iscsi simulator CA",
          names: expect.arrayContaining(["localhost", "127.0.0.1"]),
          validTo: expect.any(Date),
        },
        { subject: "pulumi-ontap-iscsi simulator CA", issuer: "pulumi-ontap-iscsi simulator CA" },
      ],
    });
  });

  it("says why it is not trusted, which is no error", async () => {
    const unknown = await greet({ ...LOGIN, host: array.url });
    const trouble = { reason: expect.stringContaining("not trusted"), hint: expect.stringContaining("caCertificate") };
    expect(unknown.tls?.trouble).toEqual(trouble);
    expect(unknown.tls?.chain).toMatchObject([
      { subject: "127.0.0.1", isSelfSigned: false },
      { subject: "pulumi-ontap-iscsi simulator CA", isSelfSigned: true },
    ]);
    const insecure = await greet({ ...LOGIN, host: array.url, insecure: true });
    expect(insecure.tls?.trouble).toEqual(trouble);
  });

  it("is looked at through the proxy, by the array's name", async () => {
    const proxy = await connectProxy({ port: Number(new URL(array.url).port) });
    process.env.https_proxy = proxy.url;
    try {
      const options = { ...LOGIN, host: "array.example", caCertificate: array.caCertificate ?? "" };
      const { proxy: variable, tls } = await greet(options);
      expect([variable, proxy.asked]).toEqual(["https_proxy", ["array.example:443"]]);
      expect(tls?.trouble?.reason).toContain("but host asks for array.example");
    } finally {
      delete process.env.https_proxy;
      await proxy.close();
    }
  });
});

it("sends neither a request nor the login", async () => {
  const { key, certificate } = makeCertificate("127.0.0.1");
  const server = await serve(() => page([]), { key, cert: certificate });
  await greet({ ...LOGIN, host: server.url });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(server.seen).toEqual([]);
  await server.close();
});

it("is unreachable where nobody listens, where TLS is not spoken and where nobody answers", async () => {
  expect(await errorOf(greet({ ...LOGIN, host: "https://127.0.0.1:1" }))).toMatchObject({
    code: "unreachable",
    reason: expect.stringContaining("ECONNREFUSED"),
  });
  const plain = await serve(() => page([]));
  expect(await errorOf(greet({ ...LOGIN, host: plain.url.replace("http:", "https:") }))).toMatchObject({
    code: "unreachable",
    hint: expect.stringContaining("serves HTTPS"),
  });
  const http = await greet({ ...LOGIN, host: plain.url });
  const none: TlsGreeting | undefined = undefined;
  expect(http).toMatchObject({ origin: plain.url, tls: none });
  expect(plain.seen).toEqual([]);
  await plain.close();
});
