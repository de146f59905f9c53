import { generateKeyPairSync } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, OntapError } from "../../../provider/rest";
import { makeCertificate } from "../../../simulator/certificate";
import { everythingIn } from "./everything-in";
import { errorOf } from "./servers";
import { serve } from "./tiny-server";

const login = { username: "admin", password: "correct-horse" };
const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const KEY = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const BODY = KEY.replace(/-----.*-----|\s/g, "");

describe("an option that cannot be read", () => {
  const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-cause-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ["a key in base64 once more", "clientKey", Buffer.from(KEY).toString("base64")],
    ["a key without its frame", "clientKey", BODY],
    ["a key in hexadecimal digits", "clientKey", Buffer.from(KEY).toString("hex")],
    ["a key that was cut off", "clientKey", KEY.slice(0, 120)],
    ["a password in the place of a path", "caCertificate", "hunter2-hunter2"],
  ])("is named, and its value stands nowhere in the error: %s", (_title, option, value) => {
    const error = thrownBy(() => connect({ host: "c", ...login, [option]: value }));
    expect(error).toMatchObject({ code: "configuration", message: expect.stringContaining(option) });
    expect(everythingIn(error)).not.toContain(value.slice(0, 40));
    expect(everythingIn(error)).not.toContain(BODY.slice(0, 20));
  });

  it("may be a file that nobody may read, whose path stands nowhere either", () => {
    const path = join(folder, "token-4711.pem");
    writeFileSync(path, KEY);
    chmodSync(path, 0);
    const error = thrownBy(() => connect({ host: "c", ...login, clientKey: process.getuid?.() === 0 ? folder : path }));
    expect(error).toMatchObject({ code: "configuration", message: expect.stringContaining("clientKey") });
    expect(everythingIn(error)).not.toContain(folder);
  });
});

describe("the cause of an error", () => {
  it("keeps name and code of what went wrong in the network, and nothing else", async () => {
    const server = await serve(() => ({}));
    await server.close();
    const error = await errorOf(connect({ host: server.url, ...login }).iscsiServices.get("hunter2"));
    expect(error).toMatchObject({ code: "unreachable", cause: { name: "FetchError", code: "ECONNREFUSED" } });
    const { cause } = error as Error;
    expect(everythingIn(cause)).not.toContain("hunter2");
    expect(everythingIn(cause)).not.toContain(server.url);
  });

  it("keeps neither message nor properties of an error of anybody else, whatever they hold", () => {
    const foreign = Object.assign(new TypeError("bad hunter2"), {
      code: "hunter2",
      path: "/hunter2",
      headers: ["hunter2"],
    });
    const error = new OntapError({ code: "uncertain", operation: "t", reason: "o", cause: foreign });
    expect(error.cause).toMatchObject({ name: "TypeError" });
    expect(everythingIn(error)).not.toContain("hunter2");
    expect(everythingIn(error.forOperation("a"))).not.toContain("hunter2");
    const named = Object.assign(new Error("hunter2"), { name: "hunter2" });
    expect(
      everythingIn(new OntapError({ code: "uncertain", operation: "t", reason: "o", cause: named })),
    ).not.toContain("hunter2");
    expect(
      everythingIn(new OntapError({ code: "uncertain", operation: "t", reason: "o", cause: "hunter2" })),
    ).not.toContain("hunter2");
  });

  it("is the error itself where that is one of ours", () => {
    const first = new OntapError({ code: "api-error", operation: "t", reason: "o", ontapCode: "4" });
    expect(new OntapError({ code: "uncertain", operation: "t", reason: "o", cause: first }).cause).toBe(first);
  });
});

it("no error of a client with a key holds the key, the password or the header made of it", async () => {
  const { key, certificate } = makeCertificate("127.0.0.1");
  const header = Buffer.from("admin:correct-horse").toString("base64");
  const server = await serve(({ headers }) => ({
    status: 400,
    json: { error: { code: "1", message: `${headers.authorization} ${key}`, target: "correct-horse" } },
  }));
  const ontap = connect({ host: server.url, ...login, clientCertificate: certificate, clientKey: key });
  const told = everythingIn(await errorOf(ontap.iscsiServices.list()));
  await server.close();
  for (const secret of ["correct-horse", header, header.slice(8, 24), key.split("\n")[3] ?? ""]) {
    expect(told).not.toContain(secret);
  }
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("it was expected to fail");
}
