import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";

const executable = join(__dirname, "../../bin/ontap-iscsi.js");

interface Run {
  readonly child: ChildProcess;
  readonly firstLine: Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

function run(...args: string[]): Run {
  const child = spawn(process.execPath, [executable, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const texts = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk) => {
    texts.stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    texts.stderr += chunk;
  });
  const firstLine = new Promise<string>((resolve) => {
    if (child.stdout !== null) {
      createInterface(child.stdout).once("line", resolve);
    }
  });
  const ended = new Promise<Awaited<Run["ended"]>>((resolve) => {
    child.on("close", (code) => resolve({ code, ...texts }));
  });
  return { child, firstLine, ended };
}

beforeAll(() => {
  if (!existsSync(join(__dirname, "../../dist/cli/main.js"))) {
    throw new Error("run `npm run build` first");
  }
});

test.each(["SIGTERM", "SIGINT"] as const)("prints one line of JSON, serves, and ends with 0 on %s", async (signal) => {
  const { child, firstLine, ended } = run("simulate", "--username", "root", "--ontap-version", "9.14.1");
  const { url, controlUrl, username, password } = JSON.parse(await firstLine);
  expect([controlUrl, username]).toEqual([`${url}/simulator`, "root"]);
  const basic = Buffer.from(`root:${password}`).toString("base64");
  const reply = await fetch(`${url}/api/cluster?fields=version`, { headers: { Authorization: `Basic ${basic}` } });
  expect(await reply.json()).toMatchObject({ version: { major: 14 } });
  child.kill(signal);
  const { code, stdout, stderr } = await ended;
  expect(code).toBe(0);
  expect(stdout.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain("GET /api/cluster?fields=version 200");
});

test("ends at once although a request still hangs", async () => {
  const { child, firstLine, ended } = run("simulate", "--latency-ms", "60000");
  const { url, controlUrl } = JSON.parse(await firstLine);
  const hanging = fetch(`${url}/api/cluster`).catch(() => "cut");
  while (!(await (await fetch(`${controlUrl}/requests`)).text()).includes("/api/cluster")) {}
  child.kill();
  expect([(await ended).code, await hanging]).toEqual([0, "cut"]);
}, 20_000);

test("--tls adds the certificate to trust", async () => {
  const { child, firstLine, ended } = run("simulate", "--tls");
  const { url, caCertificate } = JSON.parse(await firstLine);
  expect([url, caCertificate]).toEqual([expect.stringMatching(/^https:/), expect.stringMatching(/^-----BEGIN CERT/)]);
  child.kill();
  expect((await ended).code).toBe(0);
});

test("--iscsi-port opens a port for initiators, and says where", async () => {
  const { child, firstLine, ended } = run("simulate", "--iscsi-port", "0");
  const { iscsi } = JSON.parse(await firstLine);
  const initiator = connect(iscsi.port, iscsi.host);
  await once(initiator, "connect");
  child.kill();
  expect((await ended).code).toBe(0);
});

test.each([
  [["simulate", "--colour", "red"], "--colour"],
  [["simulate", "extra"], "extra"],
  [["simulate", "--port", "many"], "--port must be a number"],
  [["simulate", "--port", "65536"], "--port must be a number"],
  [["simulate", "--iscsi-port", "65536"], "--iscsi-port must be a number"],
  [["simulate", "--latency-ms", "-1"], "--latency-ms"],
  [["simulate", "--password", ""], "--password must not be empty"],
  [["simulate", "--ontap-version", "x"], "no release"],
  [["simulate", "--fixture", "/nowhere.json"], "cannot be read: it does not exist"],
  [["simulate", "--fixture", __filename], "is not a JSON object"],
])("%j is wrong usage: exit code 64, the reason on standard error", async (args, reason) => {
  const { code, stdout, stderr } = await run(...args).ended;
  expect([code, stdout]).toEqual([64, ""]);
  expect(stderr).toContain(reason);
  expect(stderr).toMatch(/^ontap-iscsi simulate: [^\n]+ See ontap-iscsi simulate --help\.\n$/);
});

test("a port that is taken is an error of another kind", async () => {
  const first = run("simulate");
  const { port } = new URL(JSON.parse(await first.firstLine).url);
  const second = await run("simulate", "--port", port).ended;
  expect([second.code, second.stderr]).toEqual([1, expect.stringContaining("EADDRINUSE")]);
  first.child.kill();
  await first.ended;
});

test.each([[["--help"]], [["simulate", "--help"]]])("%j tells how to use it", async (args) => {
  const { code, stdout } = await run(...args).ended;
  expect([code, stdout]).toEqual([0, expect.stringContaining("Usage:")]);
});
