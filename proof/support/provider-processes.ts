import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ResourceType } from "../../provider/resources";
import type { Bag } from "../../test/engine/bag";
import { DynamicHost } from "../../test/engine/dynamic-host";
import { layOut } from "../../test/engine/layout";
import { PluginHost } from "../../test/engine/plugin-host";
import type { ProviderHost } from "../../test/engine/provider-host";
import type { Front } from "../../test/provider/provider-harness";
import type { ProviderRun } from "./engine-order";

/** What leads a provider to its array, by the keys of the configuration. */
export type Connection = Readonly<Record<string, string>>;

/** A run that ends before the next one of its process begins. */
export interface ShortRun extends ProviderRun {
  end(): Promise<void>;
}

/**
 * A process that serves one run after another, each as if the process were its own. Starting one costs many times what a
 * run does.
 */
export interface ProviderProcess {
  begin(connection: Connection): Promise<ShortRun>;
  stop(): Promise<void>;
}

/** Starts one for that front. */
export function providerProcess(front: Front): Promise<ProviderProcess> {
  return front === "plugin" ? PluginProcess.start() : DynamicProcess.start();
}

/** It has a memory for each connection of an engine. */
class PluginProcess implements ProviderProcess {
  private constructor(private readonly first: PluginHost) {}

  static async start(): Promise<PluginProcess> {
    return new PluginProcess(await PluginHost.start({ args: { host: "127.0.0.1:9" } }));
  }

  async begin(connection: Connection): Promise<ShortRun> {
    const host = await this.first.session({ args: connection });
    return { host, pack: (_type, bag) => bag, end: () => host.stop() };
  }

  stop(): Promise<void> {
    return this.first.stop();
  }
}

/** Modules of the provider that hold what a process knows: its memory, and its clients with their logins. */
const STATEFUL = String.raw`/[\\/]provider[\\/](index\.js$|(dynamic|connection)[\\/])/`;

/** So many runs at most in one process of the dynamic host, which forgets nothing that it loaded. */
const MOST_RUNS = 200;

/** The host keeps a provider by its text: one that differs by its run's number loads what holds state once more. */
class DynamicProcess implements ProviderProcess {
  #runs = 0;

  private constructor(
    private readonly folder: string,
    private host: DynamicHost,
  ) {}

  static async start(): Promise<DynamicProcess> {
    const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-proven-"));
    layOut(join(folder, "project"), "test-project", "");
    return new DynamicProcess(folder, await hostIn(folder));
  }

  async begin(connection: Connection): Promise<ShortRun> {
    this.#runs += 1;
    if (this.#runs % MOST_RUNS === 0) {
      await this.host.stop();
      this.host = await hostIn(this.folder);
    }
    const config = Object.entries(connection).map(([key, value]) => [`ontap-iscsi:${key}`, value] as const);
    await this.host.configure(Object.fromEntries(config));
    return dynamicRun(this.host, this.#runs);
  }

  async stop(): Promise<void> {
    await this.host.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function hostIn(folder: string): Promise<DynamicHost> {
  return DynamicHost.start({ cwd: join(folder, "project"), provider: "" });
}

function dynamicRun(host: ProviderHost, number: number): ShortRun {
  const pack = (type: ResourceType, bag: Bag): Bag => ({ ...bag, __provider: textOf(type, number) });
  return { host, pack, end: async () => undefined };
}

/** As the stored text, but with a provider that nothing of an earlier run is known to. */
function textOf(type: ResourceType, run: number): string {
  return `exports.handler=()=>{
if(globalThis.proofRun!==${run}){
globalThis.proofRun=${run};
for(const file of Object.keys(require.cache))if(${STATEFUL}.test(file))delete require.cache[file];
}
return require("pulumi-ontap-iscsi/provider").${type}}`;
}
