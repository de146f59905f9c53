import { createHash, randomBytes } from "node:crypto";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A user with the bytes of the secret. */
export interface Pair {
  readonly user: string;
  readonly secret: string;
}

/** The request that a behaviour answers: names and methods, the algorithm, the proof. */
export type At = 1 | 2 | 3;

/** How a target treats an initiator. */
export type Behaviour =
  /** Checks CHAP. `insists`: demands that it be asked for its own proof where it has an outbound pair. */
  | { readonly is: "chap"; readonly inbound: Pair; readonly outbound?: Pair; readonly insists?: boolean }
  | { readonly is: "open" }
  | { readonly is: "method refused" }
  | { readonly is: "status"; readonly at: At; readonly status: number }
  | { readonly is: "silent" | "closing" | "rejecting"; readonly at: At }
  | { readonly is: "text"; readonly text: string }
  /** Flags of the last response, such as full feature phase, instead of acceptance. */
  | { readonly is: "flags"; readonly flags: number };

/** A Login Request as it arrived. */
export interface SeenRequest {
  readonly flags: number;
  readonly isid: string;
  readonly keys: ReadonlyMap<string, string>;
}

/** A target for tests, after RFC 7143, which plays what it is told by initiator and writes down what it is sent. */
export class ScriptedTarget {
  readonly requests: SeenRequest[] = [];
  readonly #sockets = new Set<Socket>();
  connections = 0;
  mostConnections = 0;

  private constructor(
    readonly server: Server,
    readonly port: number,
    readonly behaviours: Map<string, Behaviour>,
    readonly latencyMs: number,
  ) {
    server.on("connection", (socket) => this.#serve(socket));
  }

  /** Listens on a free port. `*` is for initiators that are not named. */
  static async start(
    behaviours: Readonly<Record<string, Behaviour>>,
    { host = "127.0.0.1", latencyMs = 0 } = {},
  ): Promise<ScriptedTarget> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    const { port } = server.address() as AddressInfo;
    return new ScriptedTarget(server, port, new Map(Object.entries(behaviours)), latencyMs);
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    await new Promise((resolve) => this.server.close(resolve));
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    this.connections += 1;
    this.mostConnections = Math.max(this.mostConnections, this.#sockets.size);
    socket.on("close", () => this.#sockets.delete(socket)).on("error", () => undefined);
    const login: Login = { at: 0, behaviour: undefined, challenge: undefined };
    socket.on("data", async (bytes: Buffer) => {
      await sleep(this.latencyMs);
      const request = requestOf(bytes);
      this.requests.push(request);
      login.behaviour ??=
        this.behaviours.get(request.keys.get("InitiatorName") ?? "") ?? this.behaviours.get("*") ?? SILENT;
      login.at += 1;
      respond(socket, login, request, bytes);
    });
  }
}

interface Login {
  at: number;
  behaviour: Behaviour | undefined;
  challenge: { readonly id: number; readonly bytes: Buffer } | undefined;
}

const SILENT: Behaviour = { is: "silent", at: 1 };

function respond(socket: Socket, login: Login, request: SeenRequest, bytes: Buffer): void {
  const { at, behaviour = SILENT } = login;
  const send = (keys: Readonly<Record<string, string>>, more: Partial<Response> = {}) =>
    socket.write(responseOf(bytes, { flags: 0, status: 0, statSn: at, keys, ...more }));
  switch (behaviour.is) {
    case "text":
      return void socket.write(behaviour.text);
    case "open":
      return void send({ AuthMethod: "None" });
    case "method refused":
      return void send({ AuthMethod: "Reject" });
    case "silent":
    case "closing":
    case "rejecting":
      if (behaviour.at === at) {
        if (behaviour.is === "closing") {
          socket.end();
        } else if (behaviour.is === "rejecting") {
          socket.write(Buffer.concat([Buffer.of(0x3f, 0x80, 0x04), Buffer.alloc(45)]));
        }
        return;
      }
      break;
    case "status":
      if (behaviour.at === at) {
        return void send({}, { status: behaviour.status });
      }
      break;
    default:
  }
  if (at === 1) {
    send({ TargetPortalGroupTag: "1", AuthMethod: "CHAP" });
  } else if (at === 2) {
    login.challenge = { id: randomBytes(1)[0] ?? 0, bytes: randomBytes(16) };
    const { id, bytes: challenge } = login.challenge;
    send({ CHAP_A: "5", CHAP_I: String(id), CHAP_C: `0x${challenge.toString("hex")}` });
  } else if (behaviour.is === "flags") {
    send({}, { flags: behaviour.flags });
  } else if (behaviour.is === "chap") {
    judge(behaviour, login, request, send);
  }
}

function judge(
  { inbound, outbound, insists = false }: Extract<Behaviour, { is: "chap" }>,
  { challenge }: Login,
  { keys }: SeenRequest,
  send: (keys: Readonly<Record<string, string>>, more?: Partial<Response>) => void,
): void {
  const isRight =
    challenge !== undefined &&
    keys.get("CHAP_N") === inbound.user &&
    keys.get("CHAP_R") === proof(inbound.secret, challenge.id, challenge.bytes);
  const [id, bytes] = [keys.get("CHAP_I"), keys.get("CHAP_C")];
  const isMutual = id !== undefined && bytes !== undefined;
  if (!isRight || (isMutual && outbound === undefined) || (!isMutual && insists && outbound !== undefined)) {
    send({}, { status: 0x0201 });
    return;
  }
  const own = isMutual && outbound !== undefined;
  const answer = own && {
    CHAP_N: outbound.user,
    CHAP_R: proof(outbound.secret, Number(id), Buffer.from(bytes.slice(2), "hex")),
  };
  send(answer || {}, { flags: 0x81 });
}

function proof(secret: string, id: number, challenge: Buffer): string {
  return `0x${createHash("md5").update(Buffer.of(id)).update(secret, "utf8").update(challenge).digest("hex")}`;
}

function requestOf(bytes: Buffer): SeenRequest {
  const data = bytes.subarray(48, 48 + bytes.readUIntBE(5, 3)).toString("utf8");
  const pairs = data.split("\0").filter((text) => text !== "");
  return {
    flags: bytes.readUInt8(1),
    isid: bytes.subarray(8, 14).toString("hex"),
    keys: new Map(pairs.map((pair): [string, string] => [pair.split("=")[0] ?? "", pair.replace(/^[^=]*=/, "")])),
  };
}

interface Response {
  readonly flags: number;
  readonly status: number;
  readonly statSn: number;
  readonly keys: Readonly<Record<string, string>>;
}

/** The bytes of a Login Response to a request. */
export function responseOf(request: Buffer, { flags, status, statSn, keys }: Response): Buffer {
  const data = Buffer.from(
    Object.entries(keys)
      .map(([key, value]) => `${key}=${value}\0`)
      .join(""),
  );
  const pdu = Buffer.alloc(48 + Math.ceil(data.length / 4) * 4);
  pdu.writeUInt8(0x23, 0);
  pdu.writeUInt8(flags, 1);
  pdu.writeUIntBE(data.length, 5, 3);
  request.copy(pdu, 8, 8, 14);
  request.copy(pdu, 16, 16, 20);
  pdu.writeUInt32BE(statSn, 24);
  pdu.writeUInt16BE(status, 36);
  data.copy(pdu, 48);
  return pdu;
}
