import { type ConnectionOptions, connect, type OntapClient } from "../../../provider/rest";
import { makeCertificate } from "../../../simulator/certificate";
import { type ConnectProxy, connectProxy, type ProxyOptions } from "./connect-proxy";
import { everythingIn } from "./everything-in";
import { errorOf } from "./servers";
import { page, serve, service, svm, type TinyServer } from "./tiny-server";

const NAME = "cluster1.example.com";
const ADDRESS = "10.11.12.13";
const { key, certificate, caCertificate } = makeCertificate(NAME);
const before = { ...process.env };
let array: TinyServer;
let proxy: ConnectProxy;

async function behind(options: Partial<ProxyOptions>, tls = { key, cert: certificate }): Promise<void> {
  array = await serve(() => page([service]), tls);
  proxy = await connectProxy({ port: Number(new URL(array.url).port), ...options });
  process.env.HTTPS_PROXY = proxy.url;
}

beforeEach(() => {
  for (const name of ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"]) {
    delete process.env[name];
    delete process.env[name.toLowerCase()];
  }
});
afterEach(async () => {
  process.env = { ...before };
  await Promise.all([proxy.close(), array.close()]);
});

function client(more: Partial<ConnectionOptions> = {}): OntapClient {
  return connect({ host: NAME, username: "admin", password: "correct-horse", caCertificate, ...more });
}

it("requests go through the proxy that the environment names, over connections that are kept", async () => {
  await behind({});
  const ontap = client();
  for (let call = 0; call < 5; call += 1) {
    expect(await ontap.iscsiServices.list()).toEqual([service]);
  }
  expect(proxy.asked).toEqual([`${NAME}:443`]);
  expect(array.seen).toHaveLength(5);
  expect(array.seen[0]?.headers).toMatchObject({
    authorization: `Basic ${Buffer.from("admin:correct-horse").toString("base64")}`,
    "x-dot-client-app": "pulumi-ontap-iscsi",
  });
});

it("the proxy is passed by for what NO_PROXY lists, and always for this machine", async () => {
  await behind({});
  const { hostname, port } = new URL(array.url);
  process.env.NO_PROXY = "example.com";
  expect(await errorOf(client().iscsiServices.delete(svm.uuid))).toMatchObject({ code: "unreachable" });
  delete process.env.NO_PROXY;
  expect(await client({ host: `${hostname}:${port}` }).iscsiServices.list()).toEqual([service]);
  expect(proxy.asked).toEqual([]);
});

describe("the array's certificate", () => {
  it("is refused from an unknown authority", async () => {
    await behind({});
    const { caCertificate: _other, ...options } = { host: NAME, username: "admin", password: "p", caCertificate };
    expect(await errorOf(connect(options).iscsiServices.delete(svm.uuid))).toMatchObject({
      code: "unreachable",
      message: expect.stringContaining("Set caCertificate"),
    });
    expect(array.seen).toHaveLength(0);
  });

  it.each([
    ["a name", "cluster2.example.com"],
    ["an address", ADDRESS],
  ])("is refused where it was issued for another host than %s", async (_title, host) => {
    await behind({});
    expect(await errorOf(client({ host }).iscsiServices.delete(svm.uuid))).toMatchObject({
      code: "unreachable",
      message: expect.stringMatching(new RegExp(`certificate is for ${NAME},.*but host asks for ${host}\\.`)),
    });
    expect(array.seen).toHaveLength(0);
  });

  it("is accepted for an address that it names, and any with insecure", async () => {
    const own = makeCertificate(ADDRESS);
    await behind({}, { key: own.key, cert: own.certificate });
    const list = (more: Partial<ConnectionOptions>) => client({ host: ADDRESS, ...more }).iscsiServices.list();
    expect(await list({ caCertificate: own.caCertificate })).toEqual([service]);
    expect(await list({ insecure: true })).toEqual([service]);
  });
});

describe("a proxy that wants a login", () => {
  const url = (login: string) => proxy.url.replace("//", `//${login}@`);

  it("gets it from the variable", async () => {
    await behind({ login: "me:p@ss-4711" });
    process.env.HTTPS_PROXY = url("me:p%40ss-4711");
    expect(await client().iscsiServices.list()).toEqual([service]);
  });

  it("that is wrong refuses by name: nothing was sent, nothing is repeated, and the login stands nowhere", async () => {
    await behind({ login: "me:right" });
    process.env.HTTPS_PROXY = url("me:p%40ss-4711");
    const ontap = client();
    for (const call of [ontap.iscsiServices.list(), ontap.iscsiServices.delete(svm.uuid)]) {
      const error = await errorOf(call);
      expect(error).toMatchObject({
        code: "unreachable",
        message: expect.stringMatching(/proxy of HTTPS_PROXY .*\(HTTP 407\), so nothing was sent.*Check HTTPS_PROXY/),
      });
      for (const secret of ["4711", Buffer.from("me:p@ss-4711").toString("base64")]) {
        expect(everythingIn(error)).not.toContain(secret);
      }
    }
    expect(proxy.asked).toHaveLength(2);
    expect(array.seen).toHaveLength(0);
  });
});

describe("a proxy that fails", () => {
  it.each([
    ["closes the connection", { drop: true as const }, "CLOSED"],
    ["cannot be reached", undefined, "ECONNREFUSED"],
  ])("leaves a write known not to have happened: it %s", async (_title, options, why) => {
    await behind(options ?? {});
    if (options === undefined) {
      await proxy.close();
    }
    expect(await errorOf(client().iscsiServices.delete(svm.uuid))).toMatchObject({
      code: "unreachable",
      message: expect.stringContaining(`(${why}), so nothing was sent`),
    });
  });

  it("by silence is waited for no longer than for an array, and its connection is closed", async () => {
    await behind({ silent: true });
    const error = await errorOf(client({ timeoutMs: 200 }).iscsiServices.list());
    expect(error).toMatchObject({ code: "unreachable", message: expect.stringContaining("no response within 200 ms") });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(proxy.openConnections()).toBe(0);
  });

  it("in its own TLS is judged by Node's authorities, whatever the array's options say", async () => {
    const own = makeCertificate("127.0.0.1");
    await behind({ tls: { key: own.key, cert: own.certificate } });
    const options = { insecure: true, caCertificate: own.caCertificate };
    expect(await errorOf(client(options).iscsiServices.delete(svm.uuid))).toMatchObject({
      code: "unreachable",
      message: expect.stringMatching(/proxy of HTTPS_PROXY .*nothing was sent/),
    });
    expect(proxy.asked).toEqual([]);
  });
});
