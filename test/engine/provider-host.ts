import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Bag } from "./bag";
import { HostError } from "./host-error";
import type { HostProcess } from "./host-process";

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

/** A provider in a process of its own, called as the engine calls it. Calls reject with `HostError`. */
export abstract class ProviderHost {
  protected readonly client: ResourceProviderClient;

  protected constructor(
    /** Its output so far. */
    readonly process: HostProcess,
  ) {
    this.client = new ResourceProviderClient(`127.0.0.1:${process.port}`, credentials.createInsecure(), {
      "grpc.max_receive_message_length": -1,
      "grpc.max_send_message_length": -1,
      // Each a connection of its own, as the engine has for each provider object.
      "grpc.use_local_subchannel_pool": 1,
    });
  }

  /** What it told the user so far, notes and warnings, a line each. */
  abstract get said(): string;

  /** Resolves once it has told this, which can be after the reply to the call that told it. */
  abstract printed(text: string): Promise<void>;

  /** The URN of a resource of that type; where a program has several, of the one called so. */
  protected abstract urnOf(type: string, name?: string): string;
  /** Properties as the engine sends them. */
  protected abstract pack(bag: Bag): Struct;
  /** Properties of an answer, secrets in clear. */
  protected abstract unpack(struct: Struct | undefined): Bag;

  async check(type: string, olds: Bag, news: Bag, name?: string): Promise<CheckResult> {
    const request = new messages.CheckRequest().setUrn(this.urnOf(type, name));
    request.setOlds(this.pack(olds)).setNews(this.pack(news));
    const response = await this.unary<messages.CheckResponse>((done) => this.client.check(request, done));
    const failures = response.getFailuresList().map((failure) => failure.toObject());
    return { inputs: this.unpack(response.getInputs()), failures };
  }

  /** @param olds old outputs, or on refresh what was just read */
  async diff(type: string, id: string, olds: Bag, news: Bag, name?: string): Promise<DiffResult> {
    const request = new messages.DiffRequest().setUrn(this.urnOf(type, name)).setId(id);
    request.setOlds(this.pack(olds)).setNews(this.pack(news));
    const response = await this.unary<messages.DiffResponse>((done) => this.client.diff(request, done));
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

  async create(type: string, inputs: Bag, name?: string): Promise<{ id: string; properties: Bag }> {
    const request = new messages.CreateRequest().setUrn(this.urnOf(type, name)).setProperties(this.pack(inputs));
    const response = await this.unary<messages.CreateResponse>((done) => this.client.create(request, done));
    return { id: response.getId(), properties: this.unpack(response.getProperties()) };
  }

  async read(type: string, id: string, properties: Bag, name?: string): Promise<ReadResult> {
    const request = new messages.ReadRequest()
      .setUrn(this.urnOf(type, name))
      .setId(id)
      .setProperties(this.pack(properties));
    const response = await this.unary<messages.ReadResponse>((done) => this.client.read(request, done));
    const inputs = response.hasInputs() ? this.unpack(response.getInputs()) : undefined;
    return { id: response.getId(), properties: this.unpack(response.getProperties()), inputs };
  }

  /** Gives the new outputs. */
  async update(type: string, id: string, olds: Bag, news: Bag, name?: string): Promise<Bag> {
    const request = new messages.UpdateRequest().setUrn(this.urnOf(type, name)).setId(id);
    request.setOlds(this.pack(olds)).setNews(this.pack(news));
    const response = await this.unary<messages.UpdateResponse>((done) => this.client.update(request, done));
    return this.unpack(response.getProperties());
  }

  async delete(type: string, id: string, properties: Bag, name?: string): Promise<void> {
    const request = new messages.DeleteRequest().setUrn(this.urnOf(type, name)).setId(id);
    await this.unary((done) => this.client.delete(request.setProperties(this.pack(properties)), done));
  }

  async stop(): Promise<void> {
    this.client.close();
    await this.process.stop();
  }

  protected unary<Response>(call: (done: Done<Response>) => unknown): Promise<Response> {
    return new Promise((resolve, reject) => {
      call((error, response) =>
        error ? reject(new HostError(error, (struct) => this.unpack(struct))) : resolve(response),
      );
    });
  }
}
