import { status } from "@grpc/grpc-js";
import { type ConfigLookup, type Connections, connectionsFrom, providerArguments } from "../connection";
import { Memory } from "../lifecycle/memory";
import type { ProviderContext } from "../lifecycle/provider-context";
import { livesOfAll } from "../resources";
import type { OntapClient } from "../rest";
import { canonical, type PropertyMap } from "../schema/property-map";
import { Diagnostics } from "./diagnostics";
import { Refusal } from "./failure";
import { Rendezvous } from "./rendezvous";

/** What one provider object of one run of the engine has in this process. */
export class Session {
  readonly memory = new Memory();
  readonly lives = livesOfAll();
  readonly diagnostics: Diagnostics | undefined;
  /** True once the run was cancelled: no further change is begun. */
  isCancelled = false;
  readonly #clients = new Map<string, OntapClient>();
  #configured: { readonly args: string; readonly config: ConfigLookup } | undefined;
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
  configure(args: PropertyMap, urn: string | undefined): void {
    const config = providerArguments(args, urn);
    const fingerprint = canonical([args, config.isExplicit === true]);
    if (this.#configured !== undefined && this.#configured.args !== fingerprint) {
      throw new Refusal(
        `Could not configure ${urn ?? "the provider"}: this connection serves a provider with other arguments already, whose resources must not go to another array. Connect once for each provider.`,
        status.FAILED_PRECONDITION,
      );
    }
    this.#configured = { args: fingerprint, config };
    this.#rendezvous ??= this.diagnostics && new Rendezvous(this.diagnostics.address, urn ?? "");
  }

  /** The arrays for what is asked by that name. Throws where the engine has not told whose they are. */
  connectionsFor(what: string): Connections {
    if (this.#configured === undefined) {
      throw new Refusal(`No array is known for ${what}: its provider was not configured.`, status.FAILED_PRECONDITION);
    }
    return connectionsFrom(this.#configured.config, process.env, this.#clients);
  }

  /**
   * Runs work on the resource of that URN. What it has to tell stands with the resource before the result does, so that
   * the engine has it in time.
   */
  async run<T>(urn: string, work: (context: ProviderContext) => Promise<T>): Promise<T> {
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
        note: (text) => tell("note", text),
        warn: (text) => tell("warn", text),
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
