import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { providerText } from "../../provider/dynamic/text";
import type { ResourceType } from "../../provider/resources";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";
import { TestArray } from "../array";
import type { Bag } from "../engine/bag";
import { dynamicHost } from "../engine/dynamic-host";
import { layOut } from "../engine/layout";
import { PluginHost } from "../engine/plugin-host";
import type { DiffResult, ProviderHost, ReadResult } from "../engine/provider-host";

/** A resource as the engine would have it in its state. */
export interface Resource {
  readonly type: ResourceType;
  readonly id: string;
  readonly inputs: Bag;
  readonly outputs: Bag;
}

/** The ways in which the engine reaches the provider: the SDK's dynamic host, and the plugin. */
export const FRONTS = ["dynamic", "plugin"] as const;
export type Front = (typeof FRONTS)[number];

/** What can be set up beside the array. */
export interface HostedOptions {
  /** Default: `dynamic`. */
  readonly front?: Front;
  readonly fixture?: NonNullable<SimulatorOptions["fixture"]>;
  /** Port on which initiators log in; none by default. */
  readonly iscsiPort?: number;
  readonly env?: NodeJS.ProcessEnv;
  /** By `ontap-iscsi:name`, as a stack has it. */
  readonly config?: Readonly<Record<string, string>>;
}

/**
 * Our provider behind one of its fronts, against a simulated array, called in the order in which the engine calls it:
 * the whole way of a preview, an `up` or a refresh without the engine's time.
 */
export class ProviderHarness extends TestArray {
  private constructor(
    array: Simulator,
    readonly host: ProviderHost,
    private readonly folder: string,
    private readonly options: HostedOptions,
  ) {
    super(array);
  }

  static async start(options: HostedOptions = {}): Promise<ProviderHarness> {
    const { fixture, iscsiPort } = options;
    const array = await startSimulator({
      ...(fixture !== undefined && { fixture }),
      ...(iscsiPort !== undefined && { iscsiPort }),
    });
    const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-hosted-"));
    layOut(join(folder, "project"), "test-project", "");
    return new ProviderHarness(array, await ProviderHarness.process(array, folder, options), folder, options);
  }

  /**
   * Another process of the same provider, as the engine starts one for every phase. A plugin serves each connection as
   * if it were alone, so there it is another connection, unless the environment differs.
   */
  async newProcess(
    env: NodeJS.ProcessEnv = {},
    config: Readonly<Record<string, string>> = {},
  ): Promise<ProviderHarness> {
    const options = {
      ...this.options,
      env: { ...this.options.env, ...env },
      config: { ...this.options.config, ...config },
    };
    const host =
      this.host instanceof PluginHost && Object.keys(env).length === 0
        ? await this.host.session({ args: pluginArguments(settingsFor(this.simulator, options)) })
        : await ProviderHarness.process(this.simulator, this.folder, options);
    return new ProviderHarness(this.simulator, host, this.folder, options);
  }

  private static async process(array: Simulator, folder: string, options: HostedOptions): Promise<ProviderHost> {
    const { front = "dynamic", env = {} } = options;
    const settings = settingsFor(array, options);
    if (front === "plugin") {
      return PluginHost.start({ args: pluginArguments(settings), env });
    }
    const host = await dynamicHost({ cwd: join(folder, "project"), provider: providerText("IscsiService"), env });
    await host.configure(settings);
    return host;
  }

  /** Checks arguments; throws what is wrong with them. */
  async check(type: ResourceType, olds: Bag, args: Bag): Promise<Bag> {
    const { inputs, failures } = await this.host.check(type, this.withText(type, olds), this.withText(type, args));
    if (failures.length > 0) {
      throw new Error(failures.map(({ property, reason }) => `${property}: ${reason}`).join("\n"));
    }
    return inputs;
  }

  async create(type: ResourceType, args: Bag): Promise<Resource> {
    const inputs = await this.check(type, {}, args);
    const { id, properties } = await this.host.create(type, this.withText(type, inputs));
    return { type, id, inputs, outputs: properties };
  }

  /** The same after a preview of its own, so that what that asks of the array is not among the requests of the create. */
  async createAsPreviewed(type: ResourceType, args: Bag): Promise<Resource> {
    await this.check(type, {}, args);
    await this.requests();
    return this.create(type, args);
  }

  /** What a preview does with changed arguments. */
  async preview(resource: Resource, args: Bag): Promise<DiffResult> {
    const { type, id, outputs } = resource;
    const inputs = await this.check(type, resource.inputs, args);
    return this.host.diff(type, id, this.withText(type, outputs), this.withText(type, inputs));
  }

  /** What `up` does with changed arguments that replace nothing. */
  async update(resource: Resource, args: Bag): Promise<Resource> {
    const { type, id, outputs } = resource;
    await this.preview(resource, args);
    const inputs = await this.check(type, resource.inputs, args);
    const changed = await this.host.update(type, id, this.withText(type, outputs), this.withText(type, inputs));
    return { type, id, inputs, outputs: changed };
  }

  read({ type, id, outputs }: Resource): Promise<ReadResult> {
    return this.host.read(type, id, this.withText(type, outputs));
  }

  delete({ type, id, outputs }: Resource): Promise<void> {
    return this.host.delete(type, id, this.withText(type, outputs));
  }

  /** Ends this process only. */
  stopProcess(): Promise<void> {
    return this.host.stop();
  }

  async stop(): Promise<void> {
    await this.host.stop();
    await this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The properties as a program of that front has them: those of a dynamic resource hold its provider's text. */
  withText(type: ResourceType, bag: Bag): Bag {
    return this.options.front === "plugin" ? bag : { ...bag, __provider: providerText(type) };
  }
}

/** The stack's configuration that leads to the array. */
function settingsFor(
  { url, username, password }: Simulator,
  { config = {} }: HostedOptions,
): Readonly<Record<string, string>> {
  return {
    "ontap-iscsi:host": url,
    "ontap-iscsi:username": username,
    "ontap-iscsi:password": password,
    ...config,
  };
}

/** The same as the arguments of a default provider, which the engine takes from the stack's configuration. */
function pluginArguments(settings: Readonly<Record<string, string>>): Bag {
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [key.replace("ontap-iscsi:", ""), value]));
}
