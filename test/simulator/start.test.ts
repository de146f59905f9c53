import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError, startSimulator } from "../../simulator";
import { startCluster } from "./client";

test("a simulator makes a password of its own, a new one each time", async () => {
  const [first, second] = [await startSimulator(), await startSimulator()];
  expect(first.username).toBe("admin");
  expect(first.password).not.toBe(second.password);
  expect(first.controlUrl).toBe(`${first.url}/simulator`);
  await Promise.all([first.close(), second.close()]);
});

test.each([
  ["127.0.0.1", "127.0.0.1"],
  ["::1", "::1"],
  ["0.0.0.0", "127.0.0.1"],
  ["::", "::1"],
])("a simulator at %s has an iSCSI port at %s where it is asked for one", async (host, reachable) => {
  const simulator = await startSimulator({ host, iscsiPort: 0 });
  expect(simulator.iscsi).toEqual({ host: reachable, port: expect.any(Number) });
  const initiator = connect(simulator.iscsi?.port ?? 0, reachable);
  await once(initiator, "connect");
  await simulator.close();
  await once(initiator, "close");
  const without = await startSimulator({ host });
  expect(without).not.toHaveProperty("iscsi");
  await without.close();
});

test("a simulator whose iSCSI port is taken does not start at all", async () => {
  const first = await startSimulator({ iscsiPort: 0 });
  const port = Number(new URL(first.url).port);
  await expect(startSimulator({ iscsiPort: port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  await first.close();
});

test.each(["127.0.0.1", "::1"])("TLS at %s is good for a client that trusts the certificate", async (host) => {
  const simulator = await startSimulator({ tls: true, host });
  const status = (ca: string | undefined) =>
    new Promise((resolve) => {
      const options = { ...(ca !== undefined && { ca }), agent: false as const };
      const sent = request(`${simulator.controlUrl}/stats`, options, (response) =>
        resolve(response.resume().statusCode),
      );
      sent.on("error", (error) => resolve("code" in error ? error.code : error.message));
      sent.end();
    });
  expect(simulator.url).toMatch(/^https:/);
  expect(await status(simulator.caCertificate)).toBe(200);
  expect(await status(undefined)).toMatch(/SELF_SIGNED|UNABLE_TO_VERIFY/);
  await simulator.close();
});

test("options set release, latency and login", async () => {
  const cluster = await startCluster({ ontapVersion: "9.12.1P2", latencyMs: 60, username: "root", password: "p" });
  const started = Date.now();
  const { body } = await cluster.call("GET", "/api/cluster?fields=version");
  expect(Date.now() - started).toBeGreaterThanOrEqual(58);
  expect(body.version).toMatchObject({ generation: 9, major: 12, minor: 1 });
  await cluster.simulator.close();
});

test("a fixture may be a file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fixture-"));
  const fixture = join(folder, "state.json");
  writeFileSync(fixture, JSON.stringify({ svms: [{ name: "from-file" }] }));
  const cluster = await startCluster({ fixture });
  expect((await cluster.call("GET", "/api/svm/svms")).body.records).toMatchObject([{ name: "from-file" }]);
  await cluster.simulator.close();
  rmSync(folder, { recursive: true });
});

test.each([
  [{ fixture: "/nowhere/state.json" }, "cannot be read"],
  [{ fixture: __filename }, "is not a JSON object"],
  [{ ontapVersion: "newest" }, "is no release"],
  [{ username: "a:b" }, "must not hold a colon"],
])("%j is refused by name", async (options, message) => {
  const refused = startSimulator(options);
  await expect(refused).rejects.toThrow(InputError);
  await expect(refused).rejects.toThrow(message);
});

test("close ends connections that still wait for a reply", async () => {
  const cluster = await startCluster();
  await cluster.control("POST", "/faults", { kind: "hang" });
  const waiting = expect(cluster.call("GET", "/api/cluster")).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 30));
  await cluster.simulator.close();
  await waiting;
});

test("close does not wait for a TLS connection that never began its handshake", async () => {
  const simulator = await startSimulator({ tls: true });
  const idle = connect(Number(new URL(simulator.url).port), "127.0.0.1");
  await once(idle, "connect");
  await simulator.close();
  await once(idle, "close");
});

test("a reset beneath TLS is a TCP reset too", async () => {
  const lines: string[] = [];
  const simulator = await startSimulator({ tls: true, log: (line) => lines.push(line) });
  const send = (path: string, method: string, body = "") =>
    new Promise((resolve) => {
      const url = `${simulator.url}${path}`;
      const sent = request(url, { method, ca: simulator.caCertificate, agent: false }, (response) =>
        resolve(response.resume().statusCode),
      );
      sent.on("error", (error) => resolve("code" in error ? error.code : error.message));
      sent.end(body);
    });
  expect(await send("/simulator/faults", "POST", JSON.stringify({ kind: "reset" }))).toBe(201);
  expect(await send("/api/cluster", "GET")).toBe("ECONNRESET");
  await simulator.close();
  expect(lines).toEqual([expect.stringMatching(/^GET \/api\/cluster no reply [\d.]+ ms$/)]);
});

test("the log tells every request in a line", async () => {
  const lines: string[] = [];
  const cluster = await startCluster({ log: (line) => lines.push(line) });
  await cluster.call("GET", "/api/cluster");
  await cluster.simulator.close();
  expect(lines).toEqual([expect.stringMatching(/^GET \/api\/cluster 200 [\d.]+ ms$/)]);
});
