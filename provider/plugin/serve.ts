import { setInterval as every } from "node:timers";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Service } from "./service";

/** How often a process looks whether the engine that started it is still there, in milliseconds. */
const LOOK_EVERY_MS = 60_000;
/** How long that engine has to answer at most, in milliseconds. */
const GREETING_MS = 10_000;

/** Where the server listens, and how it ends. */
export interface Serving {
  readonly port: number;
  /** Answers what is under way, takes no further change, and ends. */
  stop(): Promise<void>;
  /** Resolves once it has ended, by `stop` or since the engine is gone. */
  readonly ended: Promise<void>;
}

/**
 * Serves the provider on a free port of this machine, for the engine at that address, or, without one, for whoever
 * connects. `lookEveryMs` is the time between two looks whether that engine is still there, in milliseconds; default 60 s.
 */
export async function serve(engine: string | undefined, lookEveryMs = LOOK_EVERY_MS): Promise<Serving> {
  const service = new Service(engine);
  const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(ResourceProviderService, service.implementation());
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  let shutDown = () => {};
  const ended = new Promise<void>((resolve) => {
    shutDown = () => server.tryShutdown(() => resolve());
  });
  const stop = async () => {
    clearInterval(watch);
    await service.settle();
    shutDown();
    await ended;
  };
  const watch = every(async () => {
    if (!(await service.isNeeded(Math.min(lookEveryMs, GREETING_MS)))) {
      await stop();
    }
  }, lookEveryMs).unref();
  return { port, stop, ended };
}
