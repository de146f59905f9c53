import { isDeepStrictEqual } from "node:util";
import type { Bag } from "../../test/engine/bag";
import { HostError } from "../../test/engine/host-error";
import type { ProviderHost } from "../../test/engine/provider-host";
import type { Declared, Entry, Program, StackState } from "./program";

/** What the engine sends in the place of a string that it does not know yet. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A provider's process in one phase of one run. */
export interface ProviderRun {
  readonly host: ProviderHost;
  /** The properties as the engine holds them for that provider. */
  pack(type: Declared["type"], bag: Bag): Bag;
}

/**
 * A stack, and what the engine does to it: the calls of a provider in the engine's own order, one at a time, and what it
 * records after each. Every command rejects with the first error, and `state` then holds what the engine would have
 * saved.
 */
export class EngineOrder {
  readonly #entries: Map<string, Entry>;

  constructor(state: StackState = new Map()) {
    this.#entries = new Map(state);
  }

  get state(): StackState {
    return this.#entries;
  }

  /** `pulumi up --skip-preview`. */
  async up(run: ProviderRun, program: Program): Promise<void> {
    for (const declared of program) {
      await this.#step(run, declared);
    }
    const wanted = new Set(program.map(({ name }) => name));
    for (const entry of [...this.#entries.values()].reverse()) {
      if (!wanted.has(entry.name)) {
        await this.#delete(run, entry);
      }
    }
  }

  /** `pulumi preview`: the names of what would change. */
  async preview(run: ProviderRun, program: Program): Promise<readonly string[]> {
    const changed: string[] = [];
    for (const declared of program) {
      const entry = this.#entries.get(declared.name);
      if (entry === undefined || (await this.#compared(run, declared, entry)).kind !== "same") {
        changed.push(declared.name);
      }
    }
    return changed;
  }

  /** `pulumi refresh --skip-preview`: reads all at once, and records what could be read. */
  async refresh(run: ProviderRun): Promise<void> {
    const reads = [...this.#entries.values()].map((entry) => this.#refreshed(run, entry));
    for (const read of await Promise.allSettled(reads)) {
      if (read.status === "rejected") {
        throw read.reason;
      }
    }
  }

  /** What a program asks for by `get`: the object with that id, which nobody has recorded. */
  async get({ host, pack }: ProviderRun, { name, type }: Pick<Declared, "name" | "type">, id: string): Promise<void> {
    const { properties, inputs = {}, ...found } = await host.read(type, id, pack(type, {}), name);
    if (found.id !== "") {
      this.#entries.set(name, { name, type, id: found.id, inputs, outputs: properties, isIncomplete: false });
    }
  }

  /** `pulumi destroy --skip-preview`. */
  async destroy(run: ProviderRun): Promise<void> {
    for (const entry of [...this.#entries.values()].reverse()) {
      await this.#delete(run, entry);
    }
  }

  async #refreshed({ host, pack }: ProviderRun, entry: Entry): Promise<void> {
    const { name, type, id, outputs } = entry;
    const found = await host.read(type, id, pack(type, outputs), name);
    if (found.id === "") {
      this.#entries.delete(name);
      return;
    }
    await host.diff(type, id, pack(type, found.properties), pack(type, entry.inputs), name);
    const inputs = found.inputs ?? entry.inputs;
    this.#entries.set(name, { ...entry, inputs, outputs: found.properties, isIncomplete: false });
  }

  async #step(run: ProviderRun, declared: Declared): Promise<void> {
    const entry = this.#entries.get(declared.name);
    if (entry === undefined) {
      return this.#create(run, declared);
    }
    const { kind, inputs } = await this.#compared(run, declared, entry);
    if (kind === "replace") {
      await this.#deleteForReplacement(run, entry);
      return this.#create(run, declared);
    }
    if (kind === "same") {
      this.#entries.set(declared.name, { ...entry, inputs });
      return;
    }
    const { name, type, id, outputs } = entry;
    try {
      const changed = await run.host.update(type, id, run.pack(type, outputs), run.pack(type, inputs), name);
      this.#entries.set(name, { ...entry, inputs, outputs: changed, isIncomplete: false });
    } catch (error) {
      if (error instanceof HostError && error.initFailure !== undefined) {
        // The engine keeps the old inputs, so that the change is tried again.
        this.#entries.set(name, { ...entry, outputs: error.initFailure.properties, isIncomplete: true });
      }
      throw error;
    }
  }

  async #compared(
    run: ProviderRun,
    { name, type, args }: Declared,
    entry: Entry,
  ): Promise<{ readonly kind: "same" | "update" | "replace"; readonly inputs: Bag }> {
    const inputs = await checked(run, { name, type, args }, entry.inputs);
    const { id, outputs } = entry;
    const { changes, replaces } = await run.host.diff(type, id, run.pack(type, outputs), run.pack(type, inputs), name);
    if (replaces.length > 0) {
      return { kind: "replace", inputs };
    }
    const differs = changes ?? !isDeepStrictEqual(inputs, entry.inputs);
    return { kind: differs || entry.isIncomplete ? "update" : "same", inputs };
  }

  async #create(run: ProviderRun, { name, type, args, on }: Declared): Promise<void> {
    const inputs = await checked(run, { name, type, args }, {});
    const base = { name, type, inputs, ...(on === undefined ? {} : { on }) };
    try {
      const { id, properties } = await run.host.create(type, run.pack(type, inputs), name);
      this.#entries.set(name, { ...base, id, outputs: properties, isIncomplete: false });
    } catch (error) {
      if (error instanceof HostError && error.initFailure !== undefined) {
        const { id, properties } = error.initFailure;
        this.#entries.set(name, { ...base, id, outputs: properties, isIncomplete: true });
      }
      throw error;
    }
  }

  /** What takes its SVM from a service goes before that, if its provider says that it is replaced with it. */
  async #deleteForReplacement(run: ProviderRun, replaced: Entry): Promise<void> {
    for (const entry of [...this.#entries.values()].reverse().filter(({ on }) => on === replaced.name)) {
      const { name, type, id, inputs, outputs } = entry;
      const news = run.pack(type, { ...inputs, svm: UNKNOWN });
      const { replaces } = await run.host.diff(type, id, run.pack(type, outputs), news, name);
      if (replaces.length > 0) {
        await this.#delete(run, entry);
      }
    }
    await this.#delete(run, replaced);
  }

  async #delete({ host, pack }: ProviderRun, { name, type, id, outputs }: Entry): Promise<void> {
    await host.delete(type, id, pack(type, outputs), name);
    this.#entries.delete(name);
  }
}

/** The arguments as a provider takes them. Rejects with what is wrong with them. */
async function checked({ host, pack }: ProviderRun, { name, type, args }: Declared, olds: Bag): Promise<Bag> {
  const { inputs, failures } = await host.check(type, pack(type, olds), pack(type, args), name);
  if (failures.length > 0) {
    throw new Error(failures.map(({ property, reason }) => `${property}: ${reason}`).join("\n"));
  }
  return inputs;
}
