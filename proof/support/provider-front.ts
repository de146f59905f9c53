import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import type { Bag } from "../../test/engine/bag";
import { type DynamicHost, dynamicHost } from "../../test/engine/dynamic-host";
import { layOut } from "../../test/engine/layout";
import { PluginHost } from "../../test/engine/plugin-host";
import type { ProviderHost } from "../../test/engine/provider-host";

/** The two resources that the model knows. */
export type Kind = "IscsiService" | "IscsiCredentials";

/** How the model reaches a provider. */
export interface Front {
  /** The process of the present phase. */
  readonly host: ProviderHost;
  /** Begins another phase: a process that knows nothing of the one before. */
  begin(env: Readonly<Record<string, string>>): Promise<void>;
  /** The properties as the engine sends them for a resource of that kind. */
  sent(kind: Kind, bag: Bag): Bag;
  stop(): Promise<void>;
}

/** The stack's configuration without its namespace. */
export type Settings = Readonly<Record<string, string>>;

const LOADER = JSON.stringify(join(__dirname, "provider-process.js"));

/** The SDK's dynamic host with the provider of a build. */
export class DynamicFront implements Front {
  private constructor(
    readonly host: DynamicHost,
    private readonly folder: string,
  ) {}

  /** @param dist the build's folder, with `provider/index.js` */
  static async start(dist: string, settings: Settings): Promise<DynamicFront> {
    const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-model-"));
    const project = join(folder, "project");
    layOut(project, "test-project", "");
    const entry = join(dist, "provider", "index.js");
    const bundle = join(folder, "provider.js");
    writeFileSync(bundle, bundled(entry));
    const host = await dynamicHost({
      cwd: project,
      provider: text("control"),
      env: { PROOF_BUNDLE: bundle, PROOF_ENTRY: entry },
    });
    await host.configure(
      Object.fromEntries(Object.entries(settings).map(([name, value]) => [`ontap-iscsi:${name}`, value])),
    );
    return new DynamicFront(host, folder);
  }

  async begin(env: Readonly<Record<string, string>>): Promise<void> {
    await this.host.check("control", {}, { env });
  }

  sent(kind: Kind, bag: Bag): Bag {
    return { ...bag, __provider: text(kind) };
  }

  async stop(): Promise<void> {
    await this.host.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The provider plugin: an engine of its own is as good as a process, unless the environment differs. */
export class PluginFront implements Front {
  host: PluginHost;

  private constructor(
    private readonly process: PluginHost,
    private readonly settings: Settings,
  ) {
    this.host = process;
  }

  static async start(settings: Settings): Promise<PluginFront> {
    return new PluginFront(await PluginHost.start({ args: settings }), settings);
  }

  async begin(env: Readonly<Record<string, string>>): Promise<void> {
    const { settings: args } = this;
    await this.end();
    this.host =
      Object.keys(env).length === 0 ? await this.process.session({ args }) : await PluginHost.start({ args, env });
  }

  sent(_kind: Kind, bag: Bag): Bag {
    return bag;
  }

  async stop(): Promise<void> {
    await this.end();
    await this.process.stop();
  }

  private async end(): Promise<void> {
    if (this.host !== this.process) {
      await this.host.stop();
    }
  }
}

function text(of: Kind | "control"): string {
  return `exports.handler=()=>require(${LOADER}).${of}`;
}

function bundled(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    format: "cjs",
    packages: "external",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}
