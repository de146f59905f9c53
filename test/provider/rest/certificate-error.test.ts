import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect as connectTo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ConnectionOptions, connect } from "../../../provider/rest";
import { certificateFor, type Issued } from "./certificates";
import { errorOf } from "./servers";
import { page, serve, type TinyServer } from "./tiny-server";

const root = certificateFor({ commonName: "Corp Root", isAuthority: true });
const here = { commonName: "cluster1", hosts: ["cluster1.example.com", "127.0.0.1"], issuer: root };
/** First octet of what a client that speaks TLS sends. */
const TLS_HANDSHAKE = 0x16;
const DAY_MS = 86_400_000;

let server: TinyServer;
let connections = 0;
afterEach(() => server.close());

/** What a client says of a server with this certificate, and with those that it sends beside it. */
async function told(
  certificate: Issued,
  options: Partial<ConnectionOptions> = { caCertificate: root.pem },
  beside: readonly Issued[] = [],
): Promise<string> {
  const cert = [certificate, ...beside].map(({ pem }) => pem).join("\n");
  server = await serve(() => page([]), { key: certificate.key, cert });
  connections = 0;
  server.onConnection(() => {
    connections += 1;
  });
  const ontap = connect({ host: server.url, username: "admin", password: "correct-horse", ...options });
  const errors = [await errorOf(ontap.iscsiServices.list()), await errorOf(ontap.iscsiServices.delete("a"))];
  // Nothing was sent, so that even of a write it is certain that it did not happen.
  expect(errors).toEqual([
    expect.objectContaining({ code: "unreachable" }),
    expect.objectContaining({ code: "unreachable" }),
  ]);
  expect(server.seen).toEqual([]);
  return String(errors[0]);
}

describe("a certificate that has expired", () => {
  it("is told with the time since when, and that it must be renewed", async () => {
    const to = new Date("2021-02-03T04:05:06Z");
    const days = Math.floor((Date.now() - to.getTime()) / DAY_MS);
    const message = await told(certificateFor({ ...here, from: new Date("2020-01-01"), to }));
    expect(message).toContain(`the array's certificate expired on 2021-02-03 04:05 UTC (${days} days ago)`);
    expect(message).toContain("Renew it on the array");
    expect(message).not.toContain("Set caCertificate");
  });

  it("is told of the authority where that is the one that has", async () => {
    const old = certificateFor({ commonName: "Old Root", isAuthority: true, to: new Date(Date.now() - 1.5 * DAY_MS) });
    const message = await told(certificateFor({ ...here, issuer: old }), { caCertificate: old.pem });
    expect(message).toMatch(/certificate of its authority "Old Root" expired on .* \(1 day ago\)/);
  });

  it("and is for another host too is told with both", async () => {
    const message = await told(certificateFor({ ...here, hosts: ["a.example.com"], to: new Date("2021-02-03") }));
    expect(message).toMatch(/expired on 2021-02-03.*; and the array's certificate is for a\.example\.com/);
  });
});

it("a certificate that is not valid yet is told with both clocks", async () => {
  const message = await told(certificateFor({ ...here, from: new Date(Date.now() + DAY_MS) }));
  expect(message).toMatch(
    /valid only from \d{4}-.* UTC on, and the clock of this machine says \d{4}-.* UTC\. Check the/,
  );
});

describe("a certificate for another host", () => {
  it("is told with the names that it has and the one that was asked for", async () => {
    const message = await told(certificateFor({ ...here, hosts: ["cluster1.example.com", "10.0.0.1"] }));
    expect(message).toContain(
      "the array's certificate is for cluster1.example.com, 10.0.0.1, but host asks for 127.0.0.1",
    );
    expect(message).toContain("Set host to a name that the certificate has");
  });

  it("is told by its common name where it has no others", async () => {
    expect(await told(certificateFor({ ...here, hosts: [] }))).toContain("certificate is for cluster1, but host asks");
  });

  it("names no more than eight of many names", async () => {
    const hosts = Array.from({ length: 30 }, (_, number) => `host${number}.example.com`);
    expect(await told(certificateFor({ ...here, hosts }))).toMatch(/host7\.example\.com and 22 more, but/);
  });

  it("cannot write lines of its own into a message", async () => {
    const message = await told(certificateFor({ ...here, commonName: "a\nNothing is wrong\u001b[2J", hosts: [] }));
    expect(message).toContain("is for a?Nothing is wrong?[2J, but");
  });
});

describe("an authority that is not trusted", () => {
  const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-ca-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const issuing = certificateFor({ commonName: "Corp Issuing", issuer: root, isAuthority: true });

  it("is named with the way to it, and with what is missing", async () => {
    const message = await told(certificateFor({ ...here, issuer: issuing }), {}, [issuing]);
    expect(message).toContain('not trusted ("cluster1", signed by "Corp Issuing", signed by "Corp Root")');
    expect(message).toContain("caCertificate is not set, so only the authorities that Node.js knows are");
    expect(message).toContain('Set caCertificate to the certificate of "Corp Root", as PEM text or a path.');
  });

  it("is told with the file in which it is not", async () => {
    const path = join(folder, "other.pem");
    writeFileSync(path, certificateFor({ commonName: "Other Root", isAuthority: true }).pem);
    expect(await told(certificateFor(here), { caCertificate: path })).toContain(
      `caCertificate (${path}) does not hold it`,
    );
  });

  it("is told where only its issuing one was given", async () => {
    const message = await told(certificateFor({ ...here, issuer: issuing }), { caCertificate: issuing.pem });
    expect(message).toContain("caCertificate (given as PEM text) does not hold it");
    expect(message).toContain('Set caCertificate to the certificate of "Corp Root"');
  });

  it("is told as the certificate itself where that is self-signed, with the fingerprint to compare", async () => {
    const { issuer: _, ...alone } = here;
    const message = await told(certificateFor(alone), {});
    expect(message).toContain('certificate "cluster1" is signed by itself and not trusted');
    expect(message).toMatch(
      /Set caCertificate to this certificate.* SHA-256 fingerprint is ([0-9A-F]{2}:){31}[0-9A-F]{2}\./,
    );
  });
});

it("a certificate that is not believed is asked for once more to see why, and no call is repeated for it", async () => {
  await told(certificateFor({ ...here, to: new Date("2021-02-03") }));
  expect(connections).toBeLessThanOrEqual(4);
});

describe("a host that begins with http:", () => {
  const plain = (url: string) => ({ host: url.replace("https:", "http:"), username: "admin", password: "pass" });

  it("and serves HTTPS is told so, for reads and writes", async () => {
    const { key, pem } = certificateFor(here);
    server = await serve(() => page([]), { key, cert: pem });
    const ontap = connect(plain(server.url));
    for (const call of [ontap.iscsiServices.list(), ontap.iscsiServices.delete("a")]) {
      const { host } = new URL(server.url);
      expect(await errorOf(call)).toMatchObject({
        code: "unreachable",
        reason: "this port serves HTTPS, and host begins with http:",
        hint: `Set host to https://${host}.`,
      });
    }
  });

  it("and is answered in plain text that it should not be is told so too", async () => {
    const { key, pem } = certificateFor(here);
    server = await serve(() => page([]), { key, cert: pem });
    const front = createServer((socket) => {
      socket.once("data", (first) => {
        if (first[0] === TLS_HANDSHAKE) {
          const inner = connectTo(Number(new URL(server.url).port), "127.0.0.1").on("error", () => socket.destroy());
          inner.write(first);
          socket
            .on("error", () => inner.destroy())
            .pipe(inner)
            .pipe(socket);
        } else {
          socket.end("HTTP/1.1 400 Bad Request\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhttps");
        }
      });
    });
    await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
    const address = front.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const ontap = connect(plain(`http://127.0.0.1:${port}`));
    const error = await errorOf(ontap.iscsiServices.delete("a"));
    front.close();
    expect(error).toMatchObject({ code: "unreachable", hint: `Set host to https://127.0.0.1:${port}.` });
  });

  it("and serves HTTP is told nothing of the kind when a connection breaks", async () => {
    server = await serve(() => ({ drop: true }));
    const ontap = connect(plain(server.url));
    expect(await errorOf(ontap.iscsiServices.delete("a"))).toMatchObject({
      code: "uncertain",
      message: expect.not.stringContaining("HTTPS"),
    });
  });
});
