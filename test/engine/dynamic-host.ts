import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { type Bag, fromStruct, toStruct } from "./bag";
import { HostError } from "./host-error";
import { HostProcess } from "./host-process";

export interface DynamicHostOptions {
  /** The program's folder: modules are resolved from here. */
  cwd: string;
  /** The text that a program stores as `__provider`; added to every bag that lacks one, and left out of results. */
  provider: string;
  /** Over the process's environment. */
  env?: NodeJS.ProcessEnv;
}

export interface CheckResult {
  inputs: Bag;
  failures: { property: string; reason: string }[];
}

export interface DiffResult {
  /** Undefined where the provider leaves the verdict to the engine. */
  changes: boolean | undefined;
  replaces: string[];
  deleteBeforeReplace: boolean;
}

export interface ReadResult {
  /** Empty for an object that is gone. */
  id: string;
  properties: Bag;
  /** Undefined where the provider returned none. */
  inputs: Bag | undefined;
}

type Done<Response> = (error: ServiceError | null, response: Response) => void;

/** The SDK's own dynamic provider host in a process of its own, called as the engine calls it. Calls reject with `HostError`. */
export class DynamicHost {
  private readonly client: ResourceProviderClient;

  private constructor(
    /** Its output so far. */
    readonly process: HostProcess,
    private readonly provider: string,
  ) {
    this.client = new ResourceProviderClient(`127.0.0.1:${process.port}`, credentials.createInsecure());
  }

  static async start({ cwd, provider, env = {} }: DynamicHostOptions): Promise<DynamicHost> {
    // jest's own switches end here.
    const base = {
      ...process.env,
      NODE_ENV: undefined,
      NODE_OPTIONS: undefined,
      PULUMI_NODEJS_PROJECT: "test-project",
    };
    return new DynamicHost(await HostProcess.start(cwd, { ...base, ...env }), provider);
  }

  /** The stack's whole configuration by `namespace:name`, secrets in clear; the engine calls this first. */
  async configure(config: Record<string, string>): Promise<void> {
    const request = new messages.ConfigureRequest().setArgs(toStruct(config));
    await unary<messages.ConfigureResponse>((done) => this.client.configure(request, done));
  }

  async check(type: string, olds: Bag, news: Bag): Promise<CheckResult> {
    const request = new messages.CheckRequest().setUrn(urnOf(type));
    request.setOlds(this.pack(olds)).setNews(this.pack(news));
    const response = await unary<messages.CheckResponse>((done) => this.client.check(request, done));
    const failures = response.getFailuresList().map((failure) => failure.toObject());
    return { inputs: this.unpack(response.getInputs()), failures };
  }

  /** @param olds old outputs, or on refresh what was just read */
  async diff(type: string, id: string, olds: Bag, news: Bag): Promise<DiffResult> {
    const request = new messages.DiffRequest().setUrn(urnOf(type)).setId(id);
    request.setOlds(this.pack(olds)).setNews(this.pack(news));
    const response = await unary<messages.DiffResponse>((done) => this.client.diff(request, done));
    const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
    const verdicts = new Map<number, boolean>([
      [DIFF_NONE, false],
      [DIFF_SOME, true],
    ]);
    return {
      changes: verdicts.get(response.getChanges()),
      replaces: response.getReplacesList(),
      deleteBeforeReplace: response.getDeletebeforereplace(),
    };
  }

  async create(type: string, inputs: Bag): Promise<{ id: string; properties: Bag }> {
    const request = new messages.CreateRequest().setUrn(urnOf(type)).setProperties(this.pack(inputs));
    const response = await unary<messages.CreateResponse>((done) => this.client.create(request, done));
    return { id: response.getId(), properties: this.unpack(response.getProperties()) };
  }

  async read(type: string, id: string, properties: Bag): Promise<ReadResult> {
    const request = new messages.ReadRequest().setUrn(urnOf(type)).setId(id).setProperties(this.pack(properties));
    const response = await unary<messages.ReadResponse>((done) => this.client.read(request, done));
    const inputs = response.hasInputs() ? this.unpack(response.getInputs()) : undefined;
    return { id: response.getId(), properties: this.unpack(response.getProperties()), inputs };
  }

  /** Gives the new outputs. */
  async update(type: string, id: string, olds: Bag, news: Bag): Promise<Bag> {
    const request = new messages.UpdateRequest().setUrn(urnOf(type)).setId(id);
    request.setOlds(this.pack(olds)).setNews(this.pack(news));
    const response = await unary<messages.UpdateResponse>((done) => this.client.update(request, done));
    return this.unpack(response.getProperties());
  }

  async delete(type: string, id: string, properties: Bag): Promise<void> {
    const request = new messages.DeleteRequest().setUrn(urnOf(type)).setId(id).setProperties(this.pack(properties));
    await unary((done) => this.client.delete(request, done));
  }

  async stop(): Promise<void> {
    this.client.close();
    await this.process.stop();
  }

  private pack(bag: Bag) {
    return toStruct({ __provider: this.provider, ...bag });
  }

  private unpack(struct: Parameters<typeof fromStruct>[0]): Bag {
    const { __provider, ...bag } = fromStruct(struct);
    return bag;
  }
}

/** @see DynamicHost.start */
export function dynamicHost(options: DynamicHostOptions): Promise<DynamicHost> {
  return DynamicHost.start(options);
}

function urnOf(type: string): string {
  return `urn:pulumi:dev::test-project::${type}::test`;
}

function unary<Response>(call: (done: Done<Response>) => unknown): Promise<Response> {
  return new Promise((resolve, reject) => {
    call((error, response) => (error ? reject(new HostError(error)) : resolve(response)));
  });
}
