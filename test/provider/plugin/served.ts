import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { type Serving, serve } from "../../../provider/plugin/serve";
import type { TestArray } from "../../array";
import { type Bag, fromStruct } from "../../engine/bag";
import { struct } from "./wire";

export const SERVICE = "urn:pulumi:dev::test::ontap-iscsi:index:IscsiService::service";
export const CREDENTIALS = "urn:pulumi:dev::test::ontap-iscsi:index:IscsiCredentials::host";

type Done<Response> = (error: ServiceError | null, response: Response) => void;

/** The plugin's server in this process, and connections to it: the engine opens one for each provider object. */
export class Served {
  readonly #connections: Connection[] = [];

  private constructor(readonly serving: Serving) {}

  /** @see serve */
  static async start(engine?: string, lookEveryMs?: number): Promise<Served> {
    return new Served(await serve(engine, lookEveryMs));
  }

  connect(): Connection {
    const connection = new Connection(this.serving.port);
    this.#connections.push(connection);
    return connection;
  }

  /** A connection that serves a provider object of that array. */
  async provider(array: TestArray, name = "east", engine?: string): Promise<Connection> {
    const connection = this.connect();
    if (engine !== undefined) {
      await connection.handshake(engine);
    }
    await connection.configure(argumentsFor(array), name);
    return connection;
  }

  async stop(): Promise<void> {
    for (const connection of this.#connections) {
      connection.client.close();
    }
    await this.serving.stop();
  }
}

/** The arguments of a provider that lead to the array. */
export function argumentsFor({ url: host, username, password }: TestArray): Bag {
  return { host, username, password };
}

/** One connection, with the calls in short. Each rejects with what the engine would get. */
export class Connection {
  readonly client: ResourceProviderClient;

  constructor(port: number) {
    this.client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
      "grpc.use_local_subchannel_pool": 1,
    });
  }

  async handshake(engine: string): Promise<void> {
    const request = new messages.ProviderHandshakeRequest().setEngineAddress(engine);
    await this.unary((done) => this.client.handshake(request, done));
  }

  async configure(args: Bag, name = "east"): Promise<void> {
    const urn = `urn:pulumi:dev::test::pulumi:providers:ontap-iscsi::${name}`;
    const request = new messages.ConfigureRequest().setUrn(urn).setArgs(struct(args));
    await this.unary((done) => this.client.configure(request, done));
  }

  async check(urn: string, news: Bag, olds: Bag = {}): Promise<Bag> {
    const request = new messages.CheckRequest().setUrn(urn).setNews(struct(news)).setOlds(struct(olds));
    return fromStruct(
      (await this.unary<messages.CheckResponse>((done) => this.client.check(request, done))).getInputs(),
    );
  }

  async diff(urn: string, id: string, olds: Bag, news: Bag): Promise<messages.DiffResponse.AsObject> {
    const request = new messages.DiffRequest().setUrn(urn).setId(id).setOlds(struct(olds)).setNews(struct(news));
    return (await this.unary<messages.DiffResponse>((done) => this.client.diff(request, done))).toObject();
  }

  async create(urn: string, news: Bag, preview = false): Promise<{ id: string; properties: Bag }> {
    const request = new messages.CreateRequest().setUrn(urn).setProperties(struct(news)).setPreview(preview);
    const response = await this.unary<messages.CreateResponse>((done) => this.client.create(request, done));
    return { id: response.getId(), properties: fromStruct(response.getProperties()) };
  }

  async update(urn: string, id: string, olds: Bag, news: Bag, preview = false): Promise<Bag> {
    const request = new messages.UpdateRequest().setUrn(urn).setId(id).setPreview(preview);
    request.setOlds(struct(olds)).setNews(struct(news));
    return fromStruct(
      (await this.unary<messages.UpdateResponse>((done) => this.client.update(request, done))).getProperties(),
    );
  }

  unary<Response>(call: (done: Done<Response>) => unknown): Promise<Response> {
    return new Promise((resolve, reject) => {
      call((error, response) => (error ? reject(error) : resolve(response)));
    });
  }
}
