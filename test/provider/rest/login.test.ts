import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "../../../provider/rest";
import { type ConnectionOptions, resolveOptions } from "../../../provider/rest/options";
import { makeCertificate } from "../../../simulator/certificate";
import { everythingIn } from "./everything-in";
import { page, serve } from "./tiny-server";

const basic = (login: string) => `Basic ${Buffer.from(login, "utf8").toString("base64")}`;

describe("a line break at the end, as a file has it,", () => {
  it.each(["\n", "\r\n", "\n\n"])("is left out of user, password and token: %j", async (end) => {
    const server = await serve(() => page([]));
    const host = server.url;
    await connect({ host, username: `admin${end}`, password: `correct horse ${end}` }).iscsiServices.list();
    await connect({ host, token: `a.b.c${end}` }).iscsiServices.list();
    await server.close();
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      basic("admin:correct horse "),
      "Bearer a.b.c",
    ]);
  });

  it("is left out of a path", () => {
    const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-login-"));
    const { caCertificate } = makeCertificate("127.0.0.1");
    writeFileSync(join(folder, "ca.pem"), caCertificate);
    const options = { host: "c", token: "t", caCertificate: `${join(folder, "ca.pem")}\n` };
    expect(resolveOptions(options).tls.ca).toBe(caCertificate);
    rmSync(folder, { recursive: true });
  });
});

describe("a login is refused by name, before anything is sent,", () => {
  it.each<[string, keyof ConnectionOptions, string]>([
    ["a line break inside", "username", "ad\nmin-4711"],
    ["a line break before it", "username", "\nadmin-4711"],
    ["a line break inside", "password", "correct\r\nhorse-4711"],
    ["a tab", "password", "correct\thorse-4711"],
    ["a NUL character", "password", "correct-4711\u0000"],
    ["an escape", "password", "\u001b[31mcorrect-4711"],
    ["a line break inside", "token", "a.b\n.c-4711"],
    ["a space", "token", "Bearer abc-4711"],
    ["a letter that no header can carry", "token", "abc-4711-€"],
  ])("for %s in %s", (_what, option, value) => {
    const options = { host: "c", ...(option === "token" ? {} : { username: "admin", password: "p" }), [option]: value };
    let error: unknown;
    try {
      connect(options);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({
      code: "configuration",
      message: expect.stringMatching(new RegExp(`^Could not use the connection option ${option}: it holds a `)),
    });
    expect(everythingIn(error)).not.toContain("4711");
  });

  it("for another type than a text, as scripts in plain JavaScript may have it", () => {
    const options: object = { host: "c", username: "admin", password: 123456 };
    expect(() => connect(options as ConnectionOptions)).toThrow(/password: it must be a string/);
  });
});
