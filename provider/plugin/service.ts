import { type handleUnaryCall, status, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { PluginAttach, PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import type { Message } from "google-protobuf";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import schema from "../../plugin/schema.json";
import { answerOf, Refusal } from "./failure";
import { functionCalls } from "./function-calls";
import { providerCalls } from "./provider-calls";
import { resourceCalls } from "./resource-calls";
import type { Session } from "./session";
import { Sessions } from "./sessions";

/** A call of the protocol. Written as a method, so that each may take a message of its own. */
type Call = { call(request: Message, session: Session): Promise<unknown> }["call"];

/** Calls that may change an object on an array. */
const WRITES: ReadonlySet<string> = new Set(["create", "update", "delete"]);

const calls: Readonly<Record<string, Call>> = {
  ...resourceCalls,
  ...functionCalls,
  ...providerCalls,
  handshake: async () => new messages.ProviderHandshakeResponse().setAcceptSecrets(true),
  attach: async () => new Empty(),
  getSchema: async (request: messages.GetSchemaRequest) => {
    if (request.getVersion() !== 0 || request.getSubpackageName() !== "") {
      throw new Refusal("ontap-iscsi has one schema, of version 0 and without parameters.", status.UNIMPLEMENTED);
    }
    return new messages.GetSchemaResponse().setSchema(JSON.stringify(schema));
  },
  getPluginInfo: async () => new PluginInfo().setVersion(schema.version),
  cancel: async (_request, session) => {
    session.isCancelled = true;
    return new Empty();
  },
};

/** Pulumi's resource provider protocol, as far as this provider offers what its calls are for. */
export class Service {
  readonly #sessions: Sessions;
  readonly #running = new Set<Promise<void>>();
  #isEnding = false;

  /** `engine` is the address of the engine that started this process; undefined where none did. */
  constructor(engine: string | undefined) {
    this.#sessions = new Sessions(engine);
  }

  /** False once the engine that started this process is gone, which shows within the given time. */
  isNeeded(timeoutMs: number): Promise<boolean> {
    return this.#sessions.lookAfter(timeoutMs);
  }

  /** Begins no further change, resolves once every call that is under way is answered, and leaves nothing behind. */
  async settle(): Promise<void> {
    this.#isEnding = true;
    while (this.#running.size > 0) {
      await Promise.all(this.#running);
    }
    this.#sessions.close();
  }

  /** The calls as a server offers them. Those that are missing it answers as not implemented. */
  implementation(): UntypedServiceImplementation {
    return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, this.#unary(name, call)]));
  }

  #unary(name: string, call: Call): handleUnaryCall<Message, unknown> {
    return (received, answer) => {
      const running = this.#called(name, call, received.getPeer(), received.request).then(
        (response) => answer(null, response),
        (error: unknown) => answer(answerOf(error)),
      );
      this.#running.add(running);
      void running.finally(() => this.#running.delete(running));
    };
  }

  async #called(name: string, call: Call, peer: string, request: Message): Promise<unknown> {
    const session = this.#sessionOf(name, peer, request);
    if ((this.#isEnding || session.isCancelled) && WRITES.has(name)) {
      throw new Refusal("The run was cancelled, so this change was not begun.", status.CANCELLED);
    }
    return call(request, session);
  }

  #sessionOf(name: string, peer: string, request: Message): Session {
    if (request instanceof messages.ProviderHandshakeRequest) {
      return this.#sessions.meet(peer, request.getEngineAddress());
    }
    if (request instanceof PluginAttach) {
      return this.#sessions.meet(peer, request.getAddress());
    }
    return name === "configure" ? this.#sessions.configured(peer) : this.#sessions.of(peer);
  }
}
