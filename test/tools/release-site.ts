import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLI_VERSION } from "../../tools/engine/versions";

/** A web server that publishes releases as Pulumi does; nothing at first. */
export class ReleaseSite {
  /** The paths asked for. */
  readonly requests: string[] = [];
  private readonly files = new Map<string, Buffer>();
  private silent = false;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ReleaseSite> {
    const server = createServer();
    const site = new ReleaseSite(server);
    server.on("request", site.answer);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return site;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Publishes an archive of what `fill` writes, with its checksum or a wrong one. */
  publish(fill: (folder: string) => void, { checksum }: { checksum?: string } = {}): void {
    const root = mkdtempSync(join(tmpdir(), "ontap-iscsi-release-"));
    fill(join(root, "pulumi"));
    const archive = join(root, "archive.tar.gz");
    execFileSync("tar", ["-czf", archive, "-C", root, "pulumi"]);
    const name = `pulumi-v${CLI_VERSION}-${process.platform}-${process.arch}.tar.gz`;
    const content = readFileSync(archive);
    const actual = createHash("sha256").update(content).digest("hex");
    this.files.set(`/${name}`, content);
    const list = `${"f".repeat(64)}  pulumi-v${CLI_VERSION}-windows-x64.zip\n${checksum ?? actual}  ${name}\n`;
    this.files.set(`/pulumi-${CLI_VERSION}-checksums.txt`, Buffer.from(list));
    rmSync(root, { recursive: true });
  }

  /** From now on it accepts connections and never answers. */
  silence(): void {
    this.silent = true;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private readonly answer: RequestListener = (request, response) => {
    this.requests.push(String(request.url));
    if (this.silent) {
      return;
    }
    const content = this.files.get(String(request.url));
    response.writeHead(content ? 200 : 404).end(content);
  };
}
