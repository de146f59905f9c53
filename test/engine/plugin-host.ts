import { join } from "node:path";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { CHECKOUT } from "../checkout";
import { type Bag, fromStruct, toStruct } from "./bag";
import { EngineService } from "./engine-service";
import { HostProcess } from "./host-process";
import { ProviderHost } from "./provider-host";
import { sealed, unsealed } from "./secrets";

/** What the engine starts as the provider plugin. */
const PLUGIN = join(CHECKOUT, "plugin", "main.js");

export interface PluginHostOptions {
  /** The provider's arguments. */
  readonly args: Bag;
  /** Over the process's environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** Name of the provider object. Default: the one that the engine gives to a default provider. */
  readonly name?: string;
  /** The engine that it belongs to. Default: one of its own, which ends with it. */
  readonly engine?: EngineService;
}

/** Our provider plugin, and what of the engine it talks to. */
export class PluginHost extends ProviderHost {
  private constructor(
    process: HostProcess,
    readonly engine: EngineService,
    private readonly owns: { readonly engine: boolean; readonly process: boolean },
  ) {
    super(process);
  }

  static async start({ env = {}, ...session }: PluginHostOptions): Promise<PluginHost> {
    const engine = session.engine ?? (await EngineService.start());
    const process = await HostProcess.start([PLUGIN, engine.address], { cwd: CHECKOUT, env });
    const owns = { engine: session.engine === undefined, process: true };
    return PluginHost.begin(process, { ...session, engine }, owns);
  }

  /** A provider object of another run, or of the given engine's, in the same process: the engine connects once for each. */
  async session(options: Omit<PluginHostOptions, "env">): Promise<PluginHost> {
    const engine = options.engine ?? (await EngineService.start());
    return PluginHost.begin(
      this.process,
      { ...options, engine },
      { engine: options.engine === undefined, process: false },
    );
  }

  private static async begin(
    process: HostProcess,
    { args, name = "default_0_1_0", engine }: { args: Bag; name?: string; engine: EngineService },
    owns: { engine: boolean; process: boolean },
  ): Promise<PluginHost> {
    const host = new PluginHost(process, engine, owns);
    await host.handshake(engine.address);
    await host.configure(name, args);
    return host;
  }

  async handshake(engineAddress: string): Promise<void> {
    const request = new messages.ProviderHandshakeRequest().setEngineAddress(engineAddress).setConfigureWithUrn(true);
    await this.unary((done) => this.client.handshake(request, done));
  }

  async configure(name: string, args: Bag): Promise<void> {
    const urn = `urn:pulumi:dev::test-project::pulumi:providers:ontap-iscsi::${name}`;
    const request = new messages.ConfigureRequest().setUrn(urn).setArgs(this.pack(args)).setAcceptsecrets(true);
    await this.unary((done) => this.client.configure(request, done));
  }

  async cancel(): Promise<void> {
    await this.unary((done) => this.client.cancel(new Empty(), done));
  }

  /** Calls a function by its name without the package. */
  async invoke(name: string, args: Bag): Promise<Bag> {
    const request = new messages.InvokeRequest().setTok(`ontap-iscsi:index:${name}`).setArgs(toStruct(args));
    const response = await this.unary<messages.InvokeResponse>((done) => this.client.invoke(request, done));
    return this.unpack(response.getReturn());
  }

  get said(): string {
    return this.engine.said;
  }

  async printed(text: string): Promise<void> {
    // The engine has it before the answer to the call.
    if (!this.said.includes(text)) {
      throw new Error(`${JSON.stringify(text)} is not in:\n${this.said}`);
    }
  }

  override async stop(): Promise<void> {
    this.client.close();
    if (this.owns.process) {
      await this.process.stop();
    }
    if (this.owns.engine) {
      this.engine.stop();
    }
  }

  urnOf(type: string, name = "test"): string {
    return `urn:pulumi:dev::test-project::ontap-iscsi:index:${type}::${name}`;
  }

  protected pack(bag: Bag): Struct {
    return toStruct(sealed(bag));
  }

  protected unpack(struct: Struct | undefined): Bag {
    return unsealed(fromStruct(struct));
  }
}
