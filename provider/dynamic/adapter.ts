import type { dynamic } from "@pulumi/pulumi";
import { type ConfigLookup, connectionsFrom } from "../connection";
import type { CommonInputs, ResourceDefinition } from "../lifecycle/definition";
import { lifeOf } from "../lifecycle/life";
import type { Memory } from "../lifecycle/memory";
import type { ProviderContext } from "../lifecycle/provider-context";
import type { PropertyMap } from "../schema/property-map";
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
  const life = lifeOf(definition);
  let context = contextOf(memory, configLookup(undefined));
  const inContext = async <T>(props: PropertyMap, work: (context: ProviderContext) => Promise<T>): Promise<T> => {
    try {
      return await work(context);
    } catch (error) {
      throw forHost(error, props, memory.toldCauses);
    }
  };
  return {
    configure(request) {
      context = contextOf(memory, configLookup(request.config));
      return Promise.resolve();
    },
    check: (olds, news) =>
      inContext(news, async (here) => {
        const { inputs, failures } = await life.check(here, olds, news);
        return { inputs: { ...inputs }, failures: [...failures] };
      }),
    diff: (id, olds, news) =>
      inContext(news, async (here) => {
        const { replaces, ...difference } = await life.diff(here, id, olds, news);
        return { ...difference, ...(replaces === undefined ? {} : { replaces: [...replaces] }) };
      }),
    create: (inputs) =>
      inContext(inputs, async (here) => {
        const { id, outputs } = await life.create(here, inputs);
        return { id, outs: { ...outputs } };
      }),
    read: (id, props) =>
      inContext(props, async (here) => {
        const found = await life.read(here, id, props);
        return found === undefined ? {} : { id, props: { ...found.outputs }, inputs: { ...found.inputs } };
      }),
    update: (id, olds, news) =>
      inContext(news, async (here) => ({ outs: { ...(await life.update(here, id, olds, news)) } })),
    delete: (id, props) => inContext(props, (here) => life.delete(here, id, props)),
  };
}

function contextOf(memory: Memory, lookup: ConfigLookup): ProviderContext {
  return {
    memory,
    connections: connectionsFrom(lookup, process.env),
    env: process.env,
    note: (text) => console.log(text),
    // What a provider prints stands in the engine's output as a note.
    warn: (text) => console.log(`warning: ${text}`),
  };
}
