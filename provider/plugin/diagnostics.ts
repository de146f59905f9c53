import { credentials, Metadata } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** How long the engine has to take what it is told, in milliseconds: a result waits for that. */
const LISTENING_MS = 10_000;

/** The engine, as far as a plugin tells it something: what it has to say stands under the resource that it is about. */
export class Diagnostics {
  readonly #engine: EngineClient;

  constructor(readonly address: string) {
    this.#engine = new EngineClient(address, credentials.createInsecure(), {
      "grpc.max_send_message_length": -1,
      // An address of this machine: a proxy has no business there.
      "grpc.enable_http_proxy": 0,
    });
  }

  /** Tells the user something to know. Never rejects: what cannot be told must stop nothing. */
  note(urn: string, text: string): Promise<void> {
    return this.#log(LogSeverity.INFO, urn, text);
  }

  /** Tells the user something that is no error, likewise. */
  warn(urn: string, text: string): Promise<void> {
    return this.#log(LogSeverity.WARNING, urn, text);
  }

  /** False where the engine is not to be reached within that time. */
  isAlive(timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      this.#engine.waitForReady(Date.now() + timeoutMs, (error) => resolve(error === undefined));
    });
  }

  close(): void {
    this.#engine.close();
  }

  #log(severity: LogSeverity, urn: string, text: string): Promise<void> {
    const request = new LogRequest().setSeverity(severity).setUrn(urn).setMessage(text);
    return new Promise((resolve) => {
      this.#engine.log(request, new Metadata(), { deadline: Date.now() + LISTENING_MS }, (error) => {
        if (error !== null) {
          process.stderr.write(`${text}\n`);
        }
        resolve();
      });
    });
  }
}
