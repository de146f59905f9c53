import { type handleUnaryCall, status, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { type PluginAttach, PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import type { Message } from "google-protobuf";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import schema from "../../plugin/schema.json";
import { answerOf, Refusal } from "./failure";
import { functionCalls } from "./function-calls";
import { providerCalls } from "./provider-calls";
import { resourceCalls } from "./resource-calls";
import { Session } from "./session";

/** A call of the protocol. Written as a method, so that each may take a message of its own. */
type Call = { call(request: Message): Promise<unknown> }["call"];

/** Calls that may change an object on an array. */
const WRITES: ReadonlySet<string> = new Set(["create", "update", "delete"]);

/** Pulumi's resource provider protocol, as far as this provider offers what its calls are for. */
export class Service {
  #session: Session;
  #isCancelled = false;
  readonly #running = new Set<Promise<void>>();

  /** `engine` is the address at which the engine takes notes; undefined where it is told later. */
  constructor(engine: string | undefined) {
    this.#session = new Session(engine);
  }

  /** False once the engine that uses this process is gone. */
  async isNeeded(): Promise<boolean> {
    return (await this.#session.diagnostics?.isAlive()) !== false;
  }

  /** Begins no further change, and resolves once every call that is under way is answered. */
  async settle(): Promise<void> {
    this.#isCancelled = true;
    while (this.#running.size > 0) {
      await Promise.all(this.#running);
    }
  }

  /** The calls as a server offers them. Those that are missing it answers as not implemented. */
  implementation(): UntypedServiceImplementation {
    const session = () => this.#session;
    const calls: Readonly<Record<string, Call>> = {
      ...resourceCalls(session),
      ...functionCalls(session),
      ...providerCalls(session),
      handshake: async (request: messages.ProviderHandshakeRequest) => {
        this.#meet(request.getEngineAddress());
        return new messages.ProviderHandshakeResponse().setAcceptSecrets(true);
      },
      attach: async (request: PluginAttach) => {
        this.#meet(request.getAddress());
        return new Empty();
      },
      getSchema: async () => new messages.GetSchemaResponse().setSchema(JSON.stringify(schema)),
      getPluginInfo: async () => new PluginInfo().setVersion(schema.version),
      cancel: async () => {
        this.#isCancelled = true;
        return new Empty();
      },
    };
    return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, this.#unary(name, call)]));
  }

  /** Another run of the engine begins from nothing: what the one before planned or saw means nothing to it. */
  #meet(engine: string): void {
    if (engine !== this.#session.diagnostics?.address) {
      this.#session.diagnostics?.close();
      this.#session = new Session(engine);
      this.#isCancelled = false;
    }
  }

  #unary(name: string, call: Call): handleUnaryCall<Message, unknown> {
    return ({ request }, answer) => {
      const running = this.#called(name, call, request).then(
        (response) => answer(null, response),
        (error: unknown) => answer(answerOf(error)),
      );
      this.#running.add(running);
      void running.finally(() => this.#running.delete(running));
    };
  }

  async #called(name: string, call: Call, request: Message): Promise<unknown> {
    if (this.#isCancelled && WRITES.has(name)) {
      throw new Refusal("The run was cancelled, so this change was not begun.", status.CANCELLED);
    }
    return call(request);
  }
}
