import type { dynamic } from "@pulumi/pulumi";
import { type ConfigLookup, connectionsFrom } from "../connection";
import { check } from "../lifecycle/check";
import { create } from "../lifecycle/create";
import type { CommonInputs, ResourceDefinition } from "../lifecycle/definition";
import { remove } from "../lifecycle/delete";
import { diff } from "../lifecycle/diff";
import type { Memory } from "../lifecycle/memory";
import type { ProviderContext } from "../lifecycle/provider-context";
import { read } from "../lifecycle/read";
import { PROVIDER_KEY } from "../lifecycle/state";
import { update } from "../lifecycle/update";
import type { PropertyMap } from "../schema/property-map";
import { configLookup } from "./config-lookup";
import { forHost } from "./host-error";
import { Phases } from "./phases";

/**
 * A resource as the engine's dynamic host drives it. The host may call a method before the promise of `configure` is
 * settled, so `configure` has done all when it returns, and can fail in no way: what is missing is said where it is needed.
 */
export function dynamicProvider<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  memory: Memory,
): Required<dynamic.ResourceProvider> {
  const phases = new Phases();
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
        const { inputs, failures, svm } = await check(here, definition, own(olds), own(news));
        if (failures.length === 0) {
          phases.noteChecked(definition, inputs, svm);
        }
        return { inputs: { ...inputs }, failures: [...failures] };
      }),
    diff: (id, olds, news) =>
      inContext(news, async (here) => {
        const wanted = own(news);
        const { replaces, ...difference } = await diff(here, definition, {
          id,
          olds: own(olds),
          news: wanted,
          ...phases.of(definition, wanted),
        });
        return { ...difference, ...(replaces === undefined ? {} : { replaces: [...replaces] }) };
      }),
    create: (inputs) =>
      inContext(inputs, async (here) => {
        const { id, outputs } = await create(here, definition, own(inputs));
        return { id, outs: { ...outputs } };
      }),
    read: (id, props) =>
      inContext(props, async (here) => {
        const found = await read(here, definition, id, own(props));
        return found === undefined ? {} : { id, props: { ...found.outputs }, inputs: { ...found.inputs } };
      }),
    update: (id, olds, news) =>
      inContext(news, async (here) => ({ outs: { ...(await update(here, definition, id, own(olds), own(news))) } })),
    delete: (id, props) => inContext(props, (here) => remove(here, definition, id, own(props))),
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

/** Everything but the provider's text, which the host adds again by itself. */
function own(properties: PropertyMap): PropertyMap {
  const { [PROVIDER_KEY]: _provider, ...rest } = properties;
  return rest;
}
