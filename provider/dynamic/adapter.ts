import type { dynamic } from "@pulumi/pulumi";
import { type ConfigLookup, connectionsFrom } from "../connection";
import { check } from "../lifecycle/check";
import { create } from "../lifecycle/create";
import type { CommonInputs, ResourceDefinition } from "../lifecycle/definition";
import { remove } from "../lifecycle/delete";
import { diff } from "../lifecycle/diff";
import type { Memory } from "../lifecycle/memory";
import { read } from "../lifecycle/read";
import { PROVIDER_KEY } from "../lifecycle/state";
import { update } from "../lifecycle/update";
import type { World } from "../lifecycle/world";
import type { Bag } from "../schema/bag";
import { configLookup } from "./config-lookup";
import { forHost } from "./host-error";

/**
 * A resource as the engine's dynamic host drives it. The host may call a method before the promise of `configure` is
 * settled, so `configure` has done all when it returns, and can fail in no way: what is missing is said where it is needed.
 */
export function dynamicProvider<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  memory: Memory,
): Required<dynamic.ResourceProvider> {
  let world = worldOf(memory, configLookup(undefined));
  const inWorld = async <T>(props: Bag, work: (world: World) => Promise<T>): Promise<T> => {
    try {
      return await work(world);
    } catch (error) {
      throw forHost(error, props);
    }
  };
  return {
    configure(request) {
      world = worldOf(memory, configLookup(request.config));
      return Promise.resolve();
    },
    check: (olds, news) =>
      inWorld(news, async (here) => {
        const { inputs, failures } = await check(here, definition, own(olds), own(news));
        return { inputs: { ...inputs }, failures: [...failures] };
      }),
    diff: (id, olds, news) =>
      inWorld(news, async (here) => {
        const { replaces, ...difference } = await diff(here, definition, id, own(olds), own(news));
        return { ...difference, ...(replaces === undefined ? {} : { replaces: [...replaces] }) };
      }),
    create: (inputs) =>
      inWorld(inputs, async (here) => {
        const { id, outputs } = await create(here, definition, own(inputs));
        return { id, outs: { ...outputs } };
      }),
    read: (id, props) =>
      inWorld(props, async (here) => {
        const found = await read(here, definition, id, own(props));
        return found === undefined ? {} : { id, props: { ...found.outputs }, inputs: { ...found.inputs } };
      }),
    update: (id, olds, news) =>
      inWorld(news, async (here) => ({ outs: { ...(await update(here, definition, id, own(olds), own(news))) } })),
    delete: (id, props) => inWorld(props, (here) => remove(here, definition, id, own(props))),
  };
}

function worldOf(memory: Memory, lookup: ConfigLookup): World {
  return {
    memory,
    connections: connectionsFrom(lookup, process.env),
    env: process.env,
    // What a provider prints stands in the engine's output as a note.
    warn: (text) => console.log(`warning: ${text}`),
  };
}

/** Everything but the provider's text, which the host adds again by itself. */
function own(bag: Bag): Bag {
  const { [PROVIDER_KEY]: _provider, ...rest } = bag;
  return rest;
}
