import type { Socket } from "node:net";
import type { SimulatedCluster } from "../state/simulated-cluster";
import { type Endpoints, endpointsOf } from "./endpoints";
import { FullFeaturePhase } from "./full-feature";
import type { IscsiLimits } from "./limits";
import type { LiveLogins } from "./live-logins";
import { type Admitted, LoginPhase } from "./login";
import type { Pdu } from "./pdu";
import { PduReader } from "./pdu-reader";
import { ProtocolError } from "./protocol-error";
import { Sequence } from "./sequence";

/** What a connection is served in. */
export interface ConnectionContext {
  readonly cluster: SimulatedCluster;
  readonly live: LiveLogins;
  readonly limits: IscsiLimits;
  readonly writeLog: (line: string) => void;
}

/** One TCP connection of an initiator. Whatever is wrong with what it sends ends this connection and nothing else. */
export class Connection {
  readonly #endpoints: Endpoints;
  readonly #sequence = new Sequence();
  readonly #reader = new PduReader();
  readonly #login: LoginPhase;
  #admitted: Admitted | undefined;
  #fullFeature: FullFeaturePhase | undefined;
  #deadline: NodeJS.Timeout | undefined;
  #isWaiting = false;

  constructor(
    private readonly socket: Socket,
    private readonly context: ConnectionContext,
  ) {
    const { cluster, live, limits } = context;
    this.#endpoints = endpointsOf(socket);
    this.#login = new LoginPhase({ cluster, live, endpoints: this.#endpoints, sequence: this.#sequence });
    this.#end(limits.loginMs, "the login took too long");
    socket.on("data", (bytes) => this.#receive(bytes));
    socket.on("drain", () => {
      socket.resume();
      this.#watch(true);
    });
    // What went wrong is followed by `close`.
    socket.on("error", () => undefined);
    socket.on("close", () => this.#closed());
  }

  #receive(bytes: Buffer): void {
    // Behind the last response nothing is read any more.
    if (!this.socket.writable) {
      return;
    }
    try {
      this.#reader.push(bytes);
      let isComplete = false;
      for (let pdu = this.#reader.next(); pdu !== undefined && this.socket.writable; pdu = this.#reader.next()) {
        this.#answer(pdu);
        isComplete = true;
      }
      this.#watch(isComplete);
    } catch (error) {
      this.#log(error instanceof ProtocolError ? error.message : `failed: ${String(error)}`);
      this.socket.destroy();
    }
  }

  #answer(pdu: Pdu): void {
    if (this.#fullFeature !== undefined) {
      const { response, isLogout = false } = this.#fullFeature.receive(pdu);
      this.#send(response, isLogout);
      return;
    }
    const { response, admitted, refused } = this.#login.receive(pdu);
    if (admitted !== undefined) {
      this.#admit(admitted);
    }
    this.#send(response, refused !== undefined);
    if (refused !== undefined) {
      this.#log(`login refused: ${refused}`);
    }
  }

  #admit(admitted: Admitted): void {
    const { cluster, live } = this.context;
    const { session } = admitted;
    this.#admitted = admitted;
    this.#fullFeature = new FullFeaturePhase({
      store: () => cluster.store,
      endpoints: this.#endpoints,
      sequence: this.#sequence,
      admitted,
      targetName: session && cluster.store.services.get(session.svm.uuid)?.targetName,
    });
    if (session !== undefined) {
      live.add(session, () => this.socket.destroy());
    }
    this.#log(session === undefined ? "discovery" : `session ${session.tsih} of ${session.svm.name}`);
  }

  /** @param isLast ends the connection once this is sent. */
  #send(response: Buffer | undefined, isLast: boolean): void {
    const { socket } = this;
    if (isLast) {
      this.#end(this.context.limits.pduMs, "the end of the connection was not taken");
      socket.end(response ?? "");
    } else if (response !== undefined && !socket.write(response)) {
      // An initiator that does not read what it asked for gets nothing more to ask.
      socket.pause();
    }
  }

  /**
   * In the full feature phase: gives what is under way a time to end, and a session that is only silent all the time.
   *
   * @param progressed true where the time begins again
   */
  #watch(progressed: boolean): void {
    const { limits } = this.context;
    if (this.#admitted === undefined || !this.socket.writable) {
      return;
    }
    if (this.#reader.isPartial || this.socket.isPaused()) {
      if (progressed || !this.#isWaiting) {
        this.#end(limits.pduMs, "a PDU took too long");
        this.#isWaiting = true;
      }
      return;
    }
    this.#isWaiting = false;
    clearTimeout(this.#deadline);
    if (this.#admitted.session === undefined) {
      this.#end(limits.discoveryMs, "the discovery session was silent for too long");
    }
  }

  #end(afterMs: number, reason: string): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => {
      this.#log(reason);
      this.socket.destroy();
    }, afterMs).unref();
  }

  #closed(): void {
    clearTimeout(this.#deadline);
    const session = this.#admitted?.session;
    if (session !== undefined) {
      this.context.live.end(session, this.context.cluster.store);
      this.#log(`session ${session.tsih} ended`);
    }
  }

  #log(what: string): void {
    const { address, port } = this.#endpoints.remote;
    const initiator = this.#login.initiator ?? "";
    this.context.writeLog(`iSCSI ${address} ${port} ${initiator}: ${what}`);
  }
}
