import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** How long the engine has to answer whether it is still there, in milliseconds. */
const GREETING_MS = 10_000;

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

  /** False once the engine is gone. */
  isAlive(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#engine.waitForReady(Date.now() + GREETING_MS, (error) => resolve(error === undefined));
    });
  }

  close(): void {
    this.#engine.close();
  }

  #log(severity: LogSeverity, urn: string, text: string): Promise<void> {
    const request = new LogRequest().setSeverity(severity).setUrn(urn).setMessage(text);
    return new Promise((resolve) => {
      this.#engine.log(request, (error) => {
        if (error !== null) {
          process.stderr.write(`${text}\n`);
        }
        resolve();
      });
    });
  }
}
