import * as messages from "@pulumi/pulumi/proto/provider_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type Bag, fromStruct, toStruct } from "./bag";
import { HostProcess } from "./host-process";
import { ProviderHost } from "./provider-host";

export interface DynamicHostOptions {
  /** The program's folder: modules are resolved from here. */
  cwd: string;
  /** The text that a program stores as `__provider`; added to every bag that lacks one, and left out of results. */
  provider: string;
  /** Over the process's environment. */
  env?: NodeJS.ProcessEnv;
}

/** The SDK's own dynamic provider host. */
export class DynamicHost extends ProviderHost {
  private constructor(
    process: HostProcess,
    private readonly provider: string,
  ) {
    super(process);
  }

  static async start({ cwd, provider, env = {} }: DynamicHostOptions): Promise<DynamicHost> {
    // Where the SDK, and later the provider's modules, are resolved from.
    const script = require.resolve("@pulumi/pulumi/cmd/dynamic-provider", { paths: [cwd] });
    const inProject = { PULUMI_NODEJS_PROJECT: "test-project", ...env };
    return new DynamicHost(await HostProcess.start([script, "127.0.0.1:0"], { cwd, env: inProject }), provider);
  }

  /** The stack's whole configuration by `namespace:name`, secrets in clear; the engine calls this first. */
  async configure(config: Record<string, string>): Promise<void> {
    const request = new messages.ConfigureRequest().setArgs(toStruct(config));
    await this.unary<messages.ConfigureResponse>((done) => this.client.configure(request, done));
  }

  /** Everything behind the port, which it prints first. */
  get said(): string {
    return this.process.stdout.replace(/^\d+\n/, "");
  }

  printed(text: string): Promise<void> {
    return this.process.printed(text);
  }

  protected urnOf(type: string, name = "test"): string {
    return `urn:pulumi:dev::test-project::${type}::${name}`;
  }

  protected pack(bag: Bag): Struct {
    return toStruct({ __provider: this.provider, ...bag });
  }

  protected unpack(struct: Struct | undefined): Bag {
    const { __provider, ...bag } = fromStruct(struct);
    return bag;
  }
}

/** @see DynamicHost.start */
export function dynamicHost(options: DynamicHostOptions): Promise<DynamicHost> {
  return DynamicHost.start(options);
}
