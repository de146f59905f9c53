import type { OntapClient } from "../rest";
import type { CommonInputs, ObjectKey, ResourceDefinition } from "./definition";
import { ReadBurst } from "./read-burst";

/**
 * Reads of recorded objects of one kind from one cluster, as a refresh asks for them: a lone one is a GET of that
 * object; several that come together, or one after another, share a list for as long as their burst lasts.
 *
 * What a program reads by `get` does not come here: it may have waited for a change that we were not told of, so that any
 * list that was begun before, however young, could answer from before that change. A refresh runs no program and waits
 * for nothing between its reads, but the engine sends only some of them at a time, each as an earlier one is answered;
 * so a list must also answer reads that are asked after it was begun, while they follow one another closely. (With
 * `--run-program` a program does run during the refresh: what it changes between two reads of one burst may be missed.)
 */
export class CoalescedReads<Inputs extends CommonInputs, Wire> {
  #burst: ReadBurst<Inputs, Wire> | undefined;

  constructor(
    readonly definition: ResourceDefinition<Inputs, Wire>,
    readonly ontap: OntapClient,
  ) {}

  /** The object as it stands. Throws what the GET throws, with ONTAP's code where there is no such object. */
  read(key: ObjectKey): Promise<Wire> {
    if (this.#burst === undefined || this.#burst.isOver()) {
      this.#burst = new ReadBurst(this.definition, this.ontap);
    }
    return this.#burst.read(key);
  }

  /** Forgets what was read, since something was written. */
  invalidate(): void {
    this.#burst = undefined;
  }
}
