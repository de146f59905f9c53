import type { TLSSocket } from "node:tls";
import { connect } from "../../../provider/rest";
import { type Simulator, startSimulator } from "../../../simulator";
import { makeCertificate } from "../../../simulator/certificate";
import { errorOf } from "./servers";
import { page, serve, service, svm } from "./tiny-server";

describe("TLS", () => {
  let array: Simulator;
  beforeAll(async () => {
    array = await startSimulator({ tls: true });
  });
  afterAll(() => array.close());
  const host = () => ({ host: array.url, username: array.username, password: array.password });

  it("trusts the authority that is given", async () => {
    const ontap = connect({ ...host(), caCertificate: array.caCertificate ?? "" });
    expect((await ontap.cluster.get()).version?.generation).toBe(9);
  });

  it("refuses an unknown authority, and says which option to set", async () => {
    expect(await errorOf(connect(host()).iscsiServices.delete("a"))).toMatchObject({
      code: "unreachable",
      message: expect.stringMatching(/Set caCertificate/),
    });
  });

  it("says so where the port does not speak it", async () => {
    const plain = await serve(() => page([]));
    const ontap = connect({ ...host(), host: plain.url.replace("http:", "https:") });
    expect(await errorOf(ontap.cluster.get())).toMatchObject({
      code: "unreachable",
      message: expect.stringMatching(/Check that this port serves HTTPS/),
    });
    await plain.close();
  });

  it("accepts any certificate with insecure, for that client alone", async () => {
    await connect({ ...host(), insecure: true }).cluster.get();
    expect(await errorOf(connect(host()).cluster.get())).toMatchObject({ code: "unreachable" });
  });

  it("presents the client certificate", async () => {
    const { key, certificate, caCertificate } = makeCertificate("127.0.0.1");
    const subjects: unknown[] = [];
    const server = await serve(() => page([]), {
      key,
      cert: certificate,
      requestCert: true,
      rejectUnauthorized: false,
    });
    server.onConnection((socket) => subjects.push((socket as TLSSocket).getPeerCertificate().subject));
    const ontap = connect({ host: server.url, caCertificate, clientCertificate: certificate, clientKey: key });
    await ontap.iscsiServices.list();
    await server.close();
    expect(subjects).toEqual([expect.objectContaining({ CN: "127.0.0.1" })]);
    expect(server.seen[0]?.headers.authorization).toBeUndefined();
  });
});

describe("logins", () => {
  it.each([
    ["a password", { username: "jürgen", password: "pä:ß €" }],
    ["a token", { token: "a.b.c" }],
  ])("travel in a header, with %s", async (_title, login) => {
    const server = await serve(() => page([]));
    await connect({ host: server.url, ...login }).iscsiServices.list();
    await server.close();
    const expected = "token" in login ? "Bearer a.b.c" : `Basic ${Buffer.from("jürgen:pä:ß €").toString("base64")}`;
    expect(server.seen[0]?.headers).toMatchObject({ authorization: expected, accept: "application/json" });
    expect(server.seen[0]?.url).not.toContain("?");
  });

  it("that are wrong are refused by name", async () => {
    const array = await startSimulator();
    const error = await errorOf(
      connect({ host: array.url, username: "admin", password: "wrong-horse" }).iscsiServices.list(),
    );
    await array.close();
    expect(error).toMatchObject({ code: "api-error", status: 401 });
    expect(String(error)).not.toContain("wrong-horse");
  });
});

describe("requests in flight", () => {
  it.each([1, 3, 8])("are %d at most", async (maxConcurrentRequests) => {
    const array = await startSimulator({ latencyMs: 20 });
    const ontap = connect({
      host: array.url,
      username: array.username,
      password: array.password,
      ...(maxConcurrentRequests === 8 ? {} : { maxConcurrentRequests }),
    });
    await Promise.all(Array.from({ length: 24 }, () => ontap.iscsiServices.list()));
    const stats = await (await fetch(`${array.controlUrl}/stats`)).json();
    await array.close();
    expect(stats).toMatchObject({ requests: 24, maxInFlight: maxConcurrentRequests });
  });

  it("share connections that are kept alive", async () => {
    const server = await serve(() => page([]));
    let connections = 0;
    server.onConnection(() => {
      connections += 1;
    });
    const ontap = connect({ host: server.url, username: "admin", password: "pass", maxConcurrentRequests: 2 });
    for (let call = 0; call < 10; call += 1) {
      await Promise.all([ontap.iscsiServices.list(), ontap.iscsiServices.list()]);
    }
    await server.close();
    expect(connections).toBeLessThanOrEqual(2);
  });

  it("time out by the time that they take themselves, not by the time that they wait for their turn", async () => {
    const server = await serve(() => ({ ...page([]), afterMs: 60 }));
    const options = { host: server.url, username: "admin", password: "pass" };
    const ontap = connect({ ...options, timeoutMs: 150, maxConcurrentRequests: 1 });
    await Promise.all(Array.from({ length: 5 }, () => ontap.iscsiServices.list()));
    await server.close();
    expect(server.seen).toHaveLength(5);
  });
});

it("every request says by whom it is sent, for the array's audit log", async () => {
  const server = await serve(({ method, url }, number) =>
    method === "PATCH"
      ? { status: 202, json: { job: { uuid: "job-1" } } }
      : url.includes("/jobs/")
        ? { json: { state: number < 4 ? "running" : "success" } }
        : method === "POST"
          ? { status: 201, json: { records: [service] } }
          : method === "DELETE"
            ? {}
            : page([]),
  );
  const ontap = connect({ host: server.url, username: "admin", password: "pass" });
  await ontap.iscsiServices.list();
  await ontap.iscsiServices.update(svm.uuid, { enabled: false });
  await ontap.iscsiServices.create({ svm: { name: "svm1" } });
  await ontap.iscsiServices.delete(svm.uuid);
  await ontap.svms.count();
  await server.close();
  expect(server.seen.map(({ method }) => method)).toEqual([
    "GET",
    "PATCH",
    "GET",
    "GET",
    "GET",
    "POST",
    "DELETE",
    "GET",
  ]);
  for (const { headers } of server.seen) {
    expect(headers["x-dot-client-app"]).toBe("pulumi-ontap-iscsi");
  }
});

it("a body that never ends times out too", async () => {
  const server = await serve(() => ({ text: '{"records": [', headers: { "Content-Length": "1000" } }));
  const ontap = connect({ host: server.url, username: "admin", password: "pass", timeoutMs: 150 });
  expect(await errorOf(ontap.iscsiServices.list())).toMatchObject({ code: "unreachable" });
  await server.close();
});

it("a body that is larger than any of ONTAP's is not read to its end, and not asked for again", async () => {
  const server = await serve(() => ({ text: " ".repeat(65 * 2 ** 20) }));
  const ontap = connect({ host: server.url, username: "admin", password: "pass" });
  expect(await errorOf(ontap.iscsiServices.list())).toMatchObject({
    code: "malformed",
    message: expect.stringContaining("the response is larger than 64 MiB"),
  });
  expect(await errorOf(ontap.iscsiServices.delete(svm.uuid))).toMatchObject({ code: "uncertain" });
  expect(server.seen).toHaveLength(2);
  await server.close();
});
