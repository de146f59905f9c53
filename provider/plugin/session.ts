import { type ConfigLookup, type Connections, connectionsFrom } from "../connection";
import { type Life, lifeOf } from "../lifecycle/life";
import { Memory } from "../lifecycle/memory";
import type { ProviderContext } from "../lifecycle/provider-context";
import { type ResourceType, resources } from "../resources";
import { Diagnostics } from "./diagnostics";

/** What one provider object of one run of the engine has in this process. */
export class Session {
  readonly memory = new Memory();
  readonly lives: Readonly<Record<ResourceType, Life>> = {
    IscsiService: lifeOf(resources.IscsiService),
    IscsiCredentials: lifeOf(resources.IscsiCredentials),
  };
  readonly diagnostics: Diagnostics | undefined;
  config: ConfigLookup = () => undefined;

  /** `engine` is the address at which the engine takes notes; without one they go to standard error. */
  constructor(engine: string | undefined) {
    this.diagnostics = engine === undefined || engine === "" ? undefined : new Diagnostics(engine);
  }

  get connections(): Connections {
    return connectionsFrom(this.config, process.env);
  }

  /**
   * Runs work on the resource of that URN. What it has to tell stands with the resource before the result does, so that
   * the engine has it in time.
   */
  async run<T>(urn: string, work: (context: ProviderContext) => Promise<T>): Promise<T> {
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
        connections: this.connections,
        env: process.env,
        note: (text) => tell("note", text),
        warn: (text) => tell("warn", text),
      });
    } finally {
      await Promise.all(told);
    }
  }
}
