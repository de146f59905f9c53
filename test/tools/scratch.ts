import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder of a test's own, with an environment in which it is the user's whole machine. */
export class Scratch {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), "ontap-iscsi-tools-")));
  readonly bin = join(this.root, "bin");
  readonly cache = join(this.root, "cache");
  readonly modules = join(this.root, "modules");

  constructor() {
    mkdirSync(this.bin);
  }

  /** The scratch `bin` is first on PATH; what follows holds the system's own tools, and neither Go nor Pulumi. */
  env(over: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    return { PATH: `${this.bin}:/usr/bin:/bin`, HOME: this.root, XDG_CACHE_HOME: this.cache, ...over };
  }

  /** Writes an executable shell script. */
  script(name: string, body: string, folder = this.bin): string {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${body}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  /** A `pulumi` of that version and its language host. */
  engine(version: string, folder = this.bin): void {
    this.script("pulumi", `echo v${version}`, folder);
    this.script("pulumi-language-nodejs", "exit 2", folder);
  }

  /**
   * A `go` that "builds" engines of that version, notes each build in `builds`, and takes its time. Every module's
   * source is what `modules` holds.
   */
  go(version: string, seconds = 0): void {
    this.script("pulumi-language-python-exec", "", join(this.modules, "python", "cmd"));
    this.script(
      "go",
      `if [ "$1" = list ]; then echo ${this.modules}; exit; fi
echo x >> ${join(this.root, "builds")}
sleep ${seconds}
while [ "$1" != -o ]; do shift; done
printf '#!/bin/sh\\necho v%s\\n' '${version}' > "$2"
chmod +x "$2"`,
    );
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
