import { type handleUnaryCall, Server, ServerCredentials } from "@grpc/grpc-js";
import { EngineService as Definition } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { type LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

/** What a provider told the engine. */
export interface Told {
  readonly severity: "note" | "warning" | "error";
  /** The resource that it stands with. */
  readonly urn: string;
  readonly text: string;
}

/** The service of the engine that takes what providers have to tell. */
export class EngineService {
  private constructor(
    private readonly server: Server,
    readonly address: string,
    readonly told: readonly Told[],
  ) {}

  static async start(): Promise<EngineService> {
    const server = new Server();
    const told: Told[] = [];
    const log: handleUnaryCall<LogRequest, Empty> = ({ request }, answer) => {
      told.push({ severity: severityOf(request), urn: request.getUrn(), text: request.getMessage() });
      answer(null, new Empty());
    };
    server.addService(Definition, { log });
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
        error === null ? resolve(bound) : reject(error),
      );
    });
    return new EngineService(server, `127.0.0.1:${port}`, told);
  }

  /** The same as lines, as a dynamic provider prints them. */
  get said(): string {
    return this.told.map(({ severity, text }) => `${severity === "note" ? "" : `${severity}: `}${text}\n`).join("");
  }

  /** It is gone, as after a crash. */
  stop(): void {
    this.server.forceShutdown();
  }
}

function severityOf(request: LogRequest): Told["severity"] {
  switch (request.getSeverity()) {
    case LogSeverity.INFO:
      return "note";
    case LogSeverity.WARNING:
      return "warning";
    default:
      return "error";
  }
}
