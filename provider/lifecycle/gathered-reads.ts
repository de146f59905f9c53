import { setTimeout as sleep } from "node:timers/promises";
import { isRefusal, type OntapClient, OntapError } from "../rest";
import type { CommonInputs, ObjectKey, ResourceDefinition } from "./definition";
import { type ObjectsById, objectsById } from "./objects-by-id";

/** How long a read waits for others of its kind, in milliseconds. */
const GATHER_MS = 20;
/** How long a list answers further reads, in milliseconds. Any write of this process ends it at once. */
const LIFE_MS = 60_000;

/**
 * Reads of one kind from one cluster: a lone one is a GET of that object; several that come together, or one after
 * another, share one GET of the collection. What a list lacks is asked for by itself, since a list that ended early
 * proves nothing.
 */
export class GatheredReads<Inputs extends CommonInputs, Wire> {
  #waiting = 0;
  #gathering: Promise<number> | undefined;
  #list: { readonly wires: Promise<ObjectsById<Wire>>; readonly until: number } | undefined;
  #readBefore = false;

  constructor(
    readonly definition: ResourceDefinition<Inputs, Wire>,
    readonly ontap: OntapClient,
  ) {}

  /** The object as it stands. Throws what the GET throws, with ONTAP's code where there is no such object. */
  async read(key: ObjectKey): Promise<Wire> {
    const together = await this.#gathered();
    if (together === 1 && !this.#readBefore) {
      this.#readBefore = true;
      return this.definition.get(this.ontap, key);
    }
    this.#readBefore = true;
    const wires = await this.#wires();
    return wires.find(this.definition.id(key)) ?? this.definition.get(this.ontap, key);
  }

  /** Forgets what was read, since something was written. */
  forget(): void {
    this.#list = undefined;
    this.#readBefore = false;
  }

  #gathered(): Promise<number> {
    this.#waiting += 1;
    this.#gathering ??= sleep(GATHER_MS).then(() => {
      const together = this.#waiting;
      this.#waiting = 0;
      this.#gathering = undefined;
      return together;
    });
    return this.#gathering;
  }

  #wires(): Promise<ObjectsById<Wire>> {
    if (this.#list === undefined || performance.now() > this.#list.until) {
      const wires = this.#fetched();
      const list = { wires, until: performance.now() + LIFE_MS };
      this.#list = list;
      wires.catch(() => {
        if (this.#list === list) {
          this.#list = undefined;
        }
      });
    }
    return this.#list.wires;
  }

  async #fetched(): Promise<ObjectsById<Wire>> {
    const wires = await this.definition.list(this.ontap).catch((cause: unknown) => {
      throw notOfAnObject(this.definition.gone, this.definition.noun, cause);
    });
    return objectsById(this.definition, wires);
  }
}

/** A list that is refused with "there is none" says so of no object, and without the code nobody takes it for that. */
function notOfAnObject(gone: readonly string[], noun: string, cause: unknown): unknown {
  return isRefusal(cause, ...gone)
    ? new OntapError({ code: "incomplete", tried: `list every ${noun}`, outcome: cause.message, cause })
    : cause;
}
