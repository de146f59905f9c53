import { setInterval as every } from "node:timers";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Service } from "./service";

/** How often a process looks whether the engine that it serves is still there, in milliseconds. */
const LOOK_EVERY_MS = 60_000;

/** Where the server listens, and how it ends. */
export interface Serving {
  readonly port: number;
  /** Answers what is under way, takes no further change, and ends. */
  stop(): Promise<void>;
}

/** Serves the provider on a free port of this machine, for the engine at that address alone. */
export async function serve(engine: string | undefined): Promise<Serving> {
  const service = new Service(engine);
  const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(ResourceProviderService, service.implementation());
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  const stop = async () => {
    clearInterval(watch);
    await service.settle();
    await new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
  };
  const watch = every(async () => {
    if (!(await service.isNeeded())) {
      await stop();
    }
  }, LOOK_EVERY_MS).unref();
  return { port, stop };
}
