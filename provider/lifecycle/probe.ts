import { isMissingRight, type OntapClient, OntapError } from "../rest";
import type { SvmReference } from "../schema/svm";
import type { CommonInputs, ResourceDefinition } from "./definition";
import type { ProviderContext } from "./provider-context";
import type { Target } from "./target";

/** What this process asked of each cluster before the first change that it planned there. */
export class Probes {
  readonly #told = new Map<OntapClient, Promise<readonly SvmReference[]>>();

  /** What the cluster told when it was first asked; whoever comes after a failure asks again. */
  once(ontap: OntapClient, ask: () => Promise<readonly SvmReference[]>): Promise<readonly SvmReference[]> {
    const known = this.#told.get(ontap);
    if (known !== undefined) {
      return known;
    }
    const told = ask();
    this.#told.set(ontap, told);
    told.catch(() => this.#told.delete(ontap));
    return told;
  }
}

/**
 * Asks a cluster, once per process, whether it can be reached with the configured login, so that what is wrong with
 * that fails the preview and not the `up` half-way. Throws `configuration` without asking where the configuration says
 * enough. Returns the SVMs that are known to have the object that others need; a login that may not list them is
 * accepted, and so is a cluster that is not to be probed.
 */
export async function probe<Inputs extends CommonInputs, Wire>(
  { connections, memory }: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  cluster: string | undefined,
): Promise<readonly SvmReference[]> {
  const ontap = connections.client(cluster);
  if (!connections.isProbed(cluster)) {
    return [];
  }
  return memory.probes.once(ontap, async () => {
    const svms = await ask(definition, ontap, cluster);
    for (const { uuid, name } of svms) {
      if (uuid !== undefined && name !== undefined) {
        memory.svmNames.learn(ontap, uuid, name);
      }
    }
    return svms;
  });
}

/** True where the update to these inputs would send a request, as far as they are known. */
export function sendsRequest<Inputs extends CommonInputs, Wire>(
  { definition, key, state }: Target<Inputs, Wire>,
  want: Inputs,
): boolean {
  const { inputs, computed, unconfirmed, notes } = state;
  return unconfirmed === true || definition.changes(key, inputs, want, computed.svmName ?? "", notes).length > 0;
}

async function ask<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  cluster: string | undefined,
): Promise<readonly SvmReference[]> {
  try {
    return await definition.probe(ontap);
  } catch (error) {
    if (error instanceof OntapError && (isMissingRight(error) || error.code === "incomplete")) {
      // The array answered, and knows the login.
      return [];
    }
    throw error instanceof OntapError ? error.forOperation(useOf(ontap, cluster, error)) : error;
  }
}

/** With the array's address, unless the call that failed names it. */
function useOf({ origin }: OntapClient, cluster: string | undefined, { operation }: OntapError): string {
  const address = operation.includes(origin) ? "" : ` at ${origin}`;
  return `use the ${cluster === undefined ? "array" : `cluster ${cluster}`}${address}`;
}
