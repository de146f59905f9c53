import { status } from "@grpc/grpc-js";
import { type Connections, connectionsFrom, providerArguments } from "../connection";
import { Claims } from "../lifecycle/claims";
import { Memory } from "../lifecycle/memory";
import type { ProviderContext } from "../lifecycle/provider-context";
import { livesOfAll } from "../resources";
import type { OntapClient } from "../rest";
import { canonical } from "../schema/property-map";
import type { Received } from "./bag";
import { Diagnostics } from "./diagnostics";
import { Refusal } from "./failure";
import { withoutQuotedSecrets } from "./quoted-secrets";
import { Rendezvous } from "./rendezvous";

/** What one provider object of one run of the engine has in this process. */
export class Session {
  readonly memory = new Memory();
  readonly lives = livesOfAll();
  /** Which of its resources means which object. */
  readonly claims = new Claims();
  readonly diagnostics: Diagnostics | undefined;
  /** True once the run was cancelled: no further change is begun. */
  isCancelled = false;
  readonly #clients = new Map<string, OntapClient>();
  #configured:
    | { readonly args: string; readonly connections: Connections; readonly hidden: Received | undefined }
    | undefined;
  #rendezvous: Rendezvous | undefined;

  /** `engine` is the address at which the engine takes notes; without one they go to standard error. */
  constructor(engine: string | undefined) {
    this.diagnostics = engine === undefined || engine === "" ? undefined : new Diagnostics(engine);
  }

  /** True once the engine has told whose array it is. */
  get isConfigured(): boolean {
    return this.#configured !== undefined;
  }

  /** Takes the arguments of the provider object with that URN. Throws where the session has those of another one. */
  configure(args: Received, urn: string | undefined): void {
    const config = providerArguments(args.values, urn);
    const fingerprint = canonical([args.values, config.isExplicit === true]);
    if (this.#configured !== undefined && this.#configured.args !== fingerprint) {
      throw new Refusal(
        `Could not configure ${urn ?? "the provider"}: this connection serves a provider with other arguments already, whose resources must not go to another array. Connect once for each provider.`,
        status.FAILED_PRECONDITION,
      );
    }
    // The engine itself hides what the stack's configuration has as a secret, and says so of every cluster as a whole.
    this.#configured = {
      args: fingerprint,
      connections: connectionsFrom(config, process.env, this.#clients),
      hidden: config.isExplicit === true ? args : undefined,
    };
    this.#rendezvous ??= this.diagnostics && new Rendezvous(this.diagnostics.address, urn ?? "");
  }

  /** The arrays for what is asked by that name. Throws where the engine has not told whose they are. */
  connectionsFor(what: string): Connections {
    if (this.#configured === undefined) {
      throw new Refusal(`No array is known for ${what}: its provider was not configured.`, status.FAILED_PRECONDITION);
    }
    return this.#configured.connections;
  }

  /** The message as the user may see it, without secrets of the provider's arguments and of these properties. */
  shown(text: string, ...given: ReadonlyArray<Received | undefined>): string {
    return withoutQuotedSecrets(text, this.#configured?.hidden, ...given);
  }

  /**
   * Runs work on the resource of that URN. What it has to tell stands with the resource before the result does, so that
   * the engine has it in time. `shown` is given each text that is told.
   */
  async run<T>(
    urn: string,
    shown: (text: string) => string,
    work: (context: ProviderContext) => Promise<T>,
  ): Promise<T> {
    const connections = this.connectionsFor(urn);
    const told: Array<Promise<void>> = [];
    const tell = (kind: "note" | "warn", text: string) => {
      if (this.diagnostics === undefined) {
        process.stderr.write(`${text}\n`);
      } else {
        told.push(this.diagnostics[kind](urn, text));
      }
    };
    try {
      return await work({
        memory: this.memory,
        connections,
        env: process.env,
        note: (text) => tell("note", shown(text)),
        warn: (text) => tell("warn", shown(text)),
        sharing: this.#rendezvous,
      });
    } finally {
      await Promise.all(told);
    }
  }

  /** Leaves nothing of it behind. */
  close(): void {
    this.#rendezvous?.leave();
    this.diagnostics?.close();
  }
}
