import { type ChildProcess, spawn } from "node:child_process";
import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { GetSchemaRequest } from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

/** The provider plugin in a process of its own, started as the engine starts it. */
export class PluginProcess {
  readonly #client: ResourceProviderClient;

  private constructor(
    readonly port: number,
    readonly process: ChildProcess,
  ) {
    this.#client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
  }

  /** Starts a program and waits for its port; throws with what it printed when it ends before. */
  static start(file: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<PluginProcess> {
    const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"], env: { PATH: process.env.PATH, ...env } });
    let printed = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
    return new Promise((resolve, reject) => {
      child.stdout.setEncoding("utf8").once("data", (line: string) => {
        resolve(new PluginProcess(Number(line.trim()), child));
      });
      child.on("error", reject);
      child.on("close", (code) => reject(new Error(`${file} ended with ${code}: ${printed}`)));
    });
  }

  version(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#client.getPluginInfo(new Empty(), (error, info) =>
        error === null ? resolve(info.getVersion()) : reject(error),
      );
    });
  }

  /** As JSON text. */
  schema(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#client.getSchema(new GetSchemaRequest(), (error, response) =>
        error === null ? resolve(response.getSchema()) : reject(error),
      );
    });
  }

  /** Ends it as the engine does, and resolves with its exit code. */
  async stop(): Promise<number | null> {
    this.#client.close();
    const ended = new Promise<number | null>((resolve) => this.process.once("exit", resolve));
    this.process.kill("SIGTERM");
    return ended;
  }
}
