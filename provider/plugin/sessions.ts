import { status } from "@grpc/grpc-js";
import { Diagnostics } from "./diagnostics";
import { Refusal } from "./failure";
import { Session } from "./session";

/**
 * The sessions of a process, by the connections over which the engine asks: it opens one for each provider object, and
 * no call names the provider that it is for. A process that was started for a debugger serves several at once.
 */
export class Sessions {
  readonly #byPeer = new Map<string, Session>();

  /** `engine` is the address of the engine that started this process; undefined where none did. */
  constructor(readonly engine: string | undefined) {}

  /** The session of a connection by which the engine at that address says who it is. */
  meet(peer: string, engine: string): Session {
    const known = this.#byPeer.get(peer);
    if (known?.diagnostics?.address === engine) {
      return known;
    }
    known?.close();
    return this.#begin(peer, engine);
  }

  /** The session of a connection by which a provider is configured. */
  configured(peer: string): Session {
    return this.#byPeer.get(peer) ?? this.#begin(peer, this.engine);
  }

  /** The session of a connection. Throws where it may be that of any of several. */
  of(peer: string): Session {
    const known = this.#byPeer.get(peer);
    if (known !== undefined) {
      return known;
    }
    const [only, another] = this.#all().filter((session) => session.isConfigured);
    if (another !== undefined) {
      throw new Refusal(
        "It is not known which provider this call is for: its connection has configured none, and this process serves several.",
        status.FAILED_PRECONDITION,
      );
    }
    if (only === undefined) {
      return this.#begin(peer, this.engine);
    }
    // After a long pause the engine connects again, without a greeting.
    this.#byPeer.set(peer, only);
    return only;
  }

  /** False once the engine that started this process is gone. What other engines left behind is forgotten. */
  async lookAfter(timeoutMs: number): Promise<boolean> {
    const gone = await Promise.all(
      this.#all().map(async (session) => ((await session.diagnostics?.isAlive(timeoutMs)) === false ? [session] : [])),
    );
    for (const session of gone.flat()) {
      this.#forget(session);
    }
    return this.engine === undefined || isAlive(this.engine, timeoutMs);
  }

  close(): void {
    for (const session of this.#all()) {
      this.#forget(session);
    }
  }

  #begin(peer: string, engine: string | undefined): Session {
    const session = new Session(engine);
    this.#byPeer.set(peer, session);
    return session;
  }

  #all(): readonly Session[] {
    return [...new Set(this.#byPeer.values())];
  }

  #forget(session: Session): void {
    session.close();
    for (const [peer, known] of this.#byPeer) {
      if (known === session) {
        this.#byPeer.delete(peer);
      }
    }
  }
}

async function isAlive(engine: string, timeoutMs: number): Promise<boolean> {
  const diagnostics = new Diagnostics(engine);
  try {
    return await diagnostics.isAlive(timeoutMs);
  } finally {
    diagnostics.close();
  }
}
