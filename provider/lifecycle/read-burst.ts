import { setImmediate as pendingInput, setTimeout as sleep } from "node:timers/promises";
import { isApiError, type OntapClient, OntapError } from "../rest";
import type { CommonInputs, ListExtent, ObjectKey, ResourceDefinition } from "./definition";
import { type ObjectsById, objectsById } from "./objects-by-id";

/**
 * A list waits until no further read has come for this long, in milliseconds... On a busy machine an engine has been seen
 * to send the second read of a refresh more than 20 after the first.
 */
const GATHER_MS = 50;
/** ... but no longer than this. */
const GATHER_AT_MOST_MS = 200;
/**
 * A burst is over when no read has been under way for this long, in milliseconds. An engine on a busy machine has been
 * seen to take more than 500 between two reads of one refresh.
 */
const PAUSE_MS = 2_000;
/** How long a burst lasts at most, and with it what was listed, in milliseconds. */
const CACHE_TTL_MS = 60_000;
/** For more SVMs than these in one burst, the whole cluster is listed: whoever has so many has objects on most. */
const FEW_SVMS = 4;
/** After these many lists of some SVMs the next is of the whole cluster: each kept those waiting that needed it. */
const FEW_LISTS = 2;

interface List<Wire> {
  /** UUIDs; undefined for all of the cluster. */
  readonly svms: ListExtent["svmUuids"];
  readonly wires: Promise<ObjectsById<Wire>>;
}

/**
 * Reads that follow one another closely. The first of them waits a moment for others; if it stays alone, it is a GET of
 * that object. Otherwise there is one list of the SVMs that were asked for, later ones of SVMs that it does not cover,
 * and one of the whole cluster as soon as they would be many. What a list lacks is asked for by itself, since a list
 * that ended early proves nothing.
 */
export class ReadBurst<Inputs extends CommonInputs, Wire> {
  readonly #begunAt = performance.now();
  #asked = 0;
  #underWay = 0;
  #askedAt = this.#begunAt;
  #answeredAt = this.#begunAt;
  #lists: ReadonlyArray<List<Wire>> = [];
  #waitingFor = new Set<string>();
  #gathering: Promise<void> | undefined;

  constructor(
    readonly definition: ResourceDefinition<Inputs, Wire>,
    readonly ontap: OntapClient,
  ) {}

  /** True where the next read is none of this burst. */
  isOver(): boolean {
    const now = performance.now();
    return now - this.#begunAt > CACHE_TTL_MS || (this.#underWay === 0 && now - this.#answeredAt > PAUSE_MS);
  }

  /** The object as it stands. Throws what the GET throws. */
  async read(key: ObjectKey): Promise<Wire> {
    this.#asked += 1;
    this.#underWay += 1;
    this.#askedAt = performance.now();
    try {
      const wires = await this.#listed(key.svmUuid);
      return wires?.find(this.definition.id(key)) ?? (await this.definition.get(this.ontap, key));
    } finally {
      this.#underWay -= 1;
      this.#answeredAt = performance.now();
    }
  }

  /** A list with the objects of that SVM; undefined where the read stayed alone. */
  async #listed(svm: string): Promise<ObjectsById<Wire> | undefined> {
    if (this.#listOf(svm) === undefined) {
      this.#waitingFor.add(svm);
      this.#gathering ??= this.#gathered().then(() => {
        this.#gathering = undefined;
        this.#list();
      });
      await this.#gathering;
    }
    return this.#listOf(svm)?.wires;
  }

  #listOf(svm: string): List<Wire> | undefined {
    return this.#lists.find(({ svms }) => svms === undefined || svms.includes(svm));
  }

  async #gathered(): Promise<void> {
    const latest = this.#askedAt + GATHER_AT_MOST_MS;
    const pause = () => Math.min(this.#askedAt + GATHER_MS, latest) - performance.now();
    for (let ms = pause(); ms > 0; ms = pause()) {
      await sleep(ms);
      // Where this process itself was held up, the timer ends before reads that have come meanwhile are taken in.
      await pendingInput();
    }
  }

  #list(): void {
    const [first, ...others] = this.#waitingFor;
    this.#waitingFor.clear();
    if (first === undefined || this.#asked === 1) {
      return;
    }
    const covered = this.#lists.flatMap(({ svms }) => svms ?? []);
    const areFew = covered.length + 1 + others.length <= FEW_SVMS && this.#lists.length < FEW_LISTS;
    const svms: List<Wire>["svms"] = areFew ? [first, ...others] : undefined;
    const list = { svms, wires: this.#fetched(svms) };
    this.#lists = [...this.#lists, list];
    list.wires.catch(() => {
      this.#lists = this.#lists.filter((other) => other !== list);
    });
  }

  async #fetched(svmUuids: List<Wire>["svms"]): Promise<ObjectsById<Wire>> {
    const { definition, ontap } = this;
    // An object whose row cannot be read is asked for by itself, and its error names it; others are not concerned.
    const wires = await definition.list(ontap, { svmUuids, onMalformed: () => undefined }).catch((cause: unknown) => {
      throw notOfAnObject(definition.gone, definition.noun, cause);
    });
    return objectsById(definition, wires);
  }
}

/** A list that is refused with "there is none" says so of no object, and without the code nobody takes it for that. */
function notOfAnObject(gone: readonly string[], noun: string, cause: unknown): unknown {
  return isApiError(cause, ...gone)
    ? new OntapError({ code: "incomplete", operation: `list every ${noun}`, reason: cause.message, cause })
    : cause;
}
