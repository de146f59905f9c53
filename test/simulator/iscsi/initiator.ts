import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A PDU as the target sent it. */
export interface Reply {
  readonly opcode: number;
  readonly header: Buffer;
  readonly data: Buffer;
}

/** A Login Response as tests look at it. */
export interface LoginReply {
  /** Class and detail in hexadecimal; `closed` where the connection ended without a response. */
  readonly status: string;
  readonly transit: boolean;
  readonly tsih: number;
  readonly keys: Readonly<Record<string, string>>;
}

/** How an initiator logs in. */
export interface LoginAs {
  readonly initiator: string;
  /** Undefined for discovery. */
  readonly target?: string;
  readonly user?: string;
  /** Text, whose UTF-8 bytes are the secret. */
  readonly password?: string;
  /** What the target has to prove in turn. */
  readonly outbound?: { readonly user: string; readonly password: string };
  /** Sends the target's own challenge back as what it has to prove, which would let an initiator borrow its proofs. */
  readonly reflects?: boolean;
  readonly isid?: Buffer;
  /** Methods that are offered; `CHAP,None` with a user, else `None`. */
  readonly methods?: string;
}

/** What became of a login. */
export interface LoggedIn extends LoginReply {
  /** Whether the target proved what `outbound` demands; undefined where nothing is demanded, or it was not reached. */
  readonly isProven?: boolean;
}

const CLOSED: LoginReply = { status: "closed", transit: false, tsih: 0, keys: {} };

/** An initiator on one connection, made for tests: it says what it is told to say, also what no initiator would. */
export class Initiator {
  #bytes = Buffer.alloc(0);
  #command = 1;
  readonly #isid: Buffer;

  private constructor(
    readonly socket: Socket,
    isid: Buffer | undefined,
  ) {
    this.#isid = isid ?? Buffer.concat([Buffer.from([0x80]), randomBytes(5)]);
    socket.on("data", (bytes) => {
      this.#bytes = Buffer.concat([this.#bytes, bytes]);
    });
    socket.on("error", () => undefined);
  }

  static async connect({ host, port }: { host: string; port: number }, isid?: Buffer): Promise<Initiator> {
    const socket = connect(port, host);
    await once(socket, "connect");
    return new Initiator(socket, isid);
  }

  /** Where this initiator comes from. */
  get localPort(): number {
    return this.socket.localPort ?? 0;
  }

  /** The next PDU; undefined once the connection has ended. */
  async receive(): Promise<Reply | undefined> {
    for (;;) {
      const length = this.#bytes.length < 48 ? 0 : this.#bytes.readUIntBE(5, 3);
      const end = 48 + length + (-length & 3);
      if (this.#bytes.length >= end) {
        const [header, data] = [this.#bytes.subarray(0, 48), this.#bytes.subarray(48, 48 + length)];
        this.#bytes = this.#bytes.subarray(end);
        return { opcode: header.readUInt8(0) & 0x3f, header, data };
      }
      if (this.socket.destroyed) {
        return undefined;
      }
      await new Promise<void>((resolve) => {
        this.socket.once("data", () => resolve());
        this.socket.once("close", () => resolve());
      });
    }
  }

  /** Resolves once the connection has ended. */
  async closed(): Promise<void> {
    // Not `once` of node:events, which throws where the connection is reset.
    await new Promise<void>((resolve) => {
      if (this.socket.destroyed) {
        resolve();
      }
      this.socket.once("close", () => resolve());
    });
  }

  /** Sends a PDU; `fields` are 32-bit words by their offset in the header. */
  send(opcode: number, flags: number, fields: Readonly<Record<number, number>> = {}, data = Buffer.alloc(0)): void {
    const header = Buffer.alloc(48);
    header[0] = opcode;
    header[1] = flags;
    header.writeUIntBE(data.length, 5, 3);
    for (const [offset, value] of Object.entries(fields)) {
      header.writeUInt32BE(value, Number(offset));
    }
    this.socket.write(Buffer.concat([header, data, Buffer.alloc(-data.length & 3)]));
  }

  /** A command outside the login, with its number, which an immediate one does not use up; returns the reply. */
  command(
    opcode: number,
    flags: number,
    fields: Readonly<Record<number, number>> = {},
    data = Buffer.alloc(0),
  ): Promise<Reply | undefined> {
    this.send(opcode, flags, { 16: 7, 20: 0xffff_ffff, 24: this.#command, ...fields }, data);
    this.#command += (opcode & 0x40) === 0 ? 1 : 0;
    return this.receive();
  }

  /** One Login Request and its response. */
  async request(flags: number, keys: Readonly<Record<string, string>>, tsih = 0): Promise<LoginReply> {
    const header = Buffer.alloc(48);
    const text = Buffer.from(
      Object.entries(keys)
        .map(([key, value]) => `${key}=${value}\0`)
        .join(""),
    );
    header[0] = 0x43;
    header[1] = flags;
    header.writeUIntBE(text.length, 5, 3);
    this.#isid.copy(header, 8);
    header.writeUInt16BE(tsih, 14);
    header.writeUInt32BE(1, 16);
    header.writeUInt32BE(this.#command, 24);
    this.socket.write(Buffer.concat([header, text, Buffer.alloc(-text.length & 3)]));
    const reply = await this.receive();
    return reply === undefined ? CLOSED : readReply(reply);
  }

  /** The security negotiation: stops before the next stage is entered where it is refused. */
  async authenticate({ initiator, target, user, password = "", outbound, ...rest }: LoginAs): Promise<LoggedIn> {
    const first = await this.request(0x00, {
      InitiatorName: initiator,
      ...(target === undefined ? { SessionType: "Discovery" } : { SessionType: "Normal", TargetName: target }),
      AuthMethod: rest.methods ?? (user === undefined ? "None" : "CHAP,None"),
    });
    if (first.status !== "0000" || first.keys.AuthMethod === "Reject") {
      return first;
    }
    if (first.keys.AuthMethod !== "CHAP") {
      return this.request(0x81, {});
    }
    const challenged = await this.request(0x00, { CHAP_A: "5" });
    const given = { identifier: Number(challenged.keys.CHAP_I), challenge: bytesOf(challenged.keys.CHAP_C) };
    const demand = rest.reflects === true ? given : { identifier: 77, challenge: randomBytes(16) };
    const last = await this.request(0x81, {
      CHAP_N: user ?? "",
      CHAP_R: proof(given.identifier, password, given.challenge),
      ...(outbound && { CHAP_I: String(demand.identifier), CHAP_C: `0x${demand.challenge.toString("hex")}` }),
    });
    if (outbound === undefined || last.status !== "0000") {
      return last;
    }
    const expected = proof(demand.identifier, outbound.password, demand.challenge);
    return { ...last, isProven: last.keys.CHAP_N === outbound.user && last.keys.CHAP_R === expected };
  }

  /** The whole login; leaves the connection in the full feature phase where the target admits the initiator. */
  async logIn(as: LoginAs, keys: Readonly<Record<string, string>> = {}): Promise<LoggedIn> {
    const authenticated = await this.authenticate(as);
    if (!authenticated.transit || authenticated.isProven === false) {
      return authenticated;
    }
    return { ...authenticated, ...(await this.request(0x87, { HeaderDigest: "None", ...keys })) };
  }

  end(): void {
    this.socket.destroy();
  }
}

/** CHAP's answer to a challenge. */
function proof(identifier: number, password: string, challenge: Buffer): string {
  const hash = createHash("md5")
    .update(Buffer.from([identifier]))
    .update(password, "utf8")
    .update(challenge);
  return `0x${hash.digest("hex")}`;
}

function bytesOf(text = ""): Buffer {
  return Buffer.from(text.slice(2), "hex");
}

function readReply({ opcode, header, data }: Reply): LoginReply {
  if (opcode !== 0x23) {
    throw new Error(`opcode ${opcode} instead of a Login Response`);
  }
  const pairs = data.toString().split("\0").filter(Boolean);
  return {
    status: header.toString("hex", 36, 38),
    transit: (header.readUInt8(1) & 0x80) !== 0,
    tsih: header.readUInt16BE(14),
    keys: Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s).slice(0, 2))),
  };
}
