import { connect, createServer, type Server, type Socket } from "node:net";
import type { Portal } from "../../cli/verify/login/portal";

/** The flags of a response that accepts the password: leave the security negotiation for the operational one. */
const ACCEPTED = 0x81;

/** Stands between an initiator and a target, and looks around at the moment when a login is accepted, but not yet over. */
export class Relay {
  readonly #sockets: Socket[] = [];

  private constructor(readonly server: Server) {}

  /** `onAccepted` ends before the initiator learns of it. */
  static async start(target: Portal, onAccepted: () => Promise<void>): Promise<Relay> {
    const server = createServer();
    const relay = new Relay(server);
    server.on("connection", (near) => {
      const far = connect(target.port, target.address);
      relay.#sockets.push(near, far);
      near.on("error", () => far.destroy()).pipe(far);
      far.on("error", () => near.destroy());
      far.on("data", async (bytes: Buffer) => {
        if (bytes.readUInt8(1) === ACCEPTED) {
          await onAccepted();
        }
        near.write(bytes);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return relay;
  }

  get portal(): Portal {
    const address = this.server.address();
    return { address: "127.0.0.1", port: typeof address === "object" && address ? address.port : 0 };
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    await new Promise((resolve) => this.server.close(resolve));
  }
}
