import type { Failure } from "../schema/failure";
import { type PropertyMap, textAt } from "../schema/property-map";
import { check } from "./check";
import { type Created, create } from "./create";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { remove } from "./delete";
import { type Difference, diff } from "./diff";
import { Phases } from "./phases";
import type { ProviderContext } from "./provider-context";
import { type Found, read } from "./read";
import { PROVIDER_KEY } from "./state";
import { targetOf } from "./target";
import { namesNow, update } from "./update";

/**
 * The life of one kind of resource, as a front end drives it: in bags of properties as the engine has them. What a
 * dynamic resource keeps in them for its host is ignored, so that a state of the one front serves the other.
 */
export interface Life {
  check(
    context: ProviderContext,
    olds: PropertyMap,
    news: PropertyMap,
  ): Promise<{ inputs: PropertyMap; failures: readonly Failure[] }>;
  /** With `mustRecord` a plan is an update also where no property differs, so that what the front needs is recorded. */
  diff(
    context: ProviderContext,
    id: string,
    olds: PropertyMap,
    news: PropertyMap,
    mustRecord?: boolean,
  ): Promise<Difference>;
  create(context: ProviderContext, inputs: PropertyMap): Promise<Created>;
  read(context: ProviderContext, id: string, props: PropertyMap): Promise<Found>;
  update(context: ProviderContext, id: string, olds: PropertyMap, news: PropertyMap): Promise<PropertyMap>;
  /** What an update of known arguments is going to record besides them, as far as that is known: without a request. */
  previewUpdate(context: ProviderContext, id: string, olds: PropertyMap, news: PropertyMap): PropertyMap;
  delete(context: ProviderContext, id: string, props: PropertyMap): Promise<void>;
}

/** The life of a kind of resource in this process. */
export function lifeOf<Inputs extends CommonInputs, Wire>(definition: ResourceDefinition<Inputs, Wire>): Life {
  const phases = new Phases();
  return {
    async check(context, olds, news) {
      const { inputs, failures, svm } = await check(context, definition, own(olds), own(news));
      if (failures.length === 0) {
        phases.noteChecked(definition, inputs, svm);
      }
      return { inputs, failures };
    },
    async diff(context, id, olds, news, mustRecord = false) {
      const wanted = own(news);
      const request = { id, olds: own(olds), news: wanted, mustRecord, ...phases.of(definition, wanted) };
      return diff(context, definition, request);
    },
    create: (context, inputs) => create(context, definition, own(inputs)),
    read: (context, id, props) => read(context, definition, id, own(props)),
    update: (context, id, olds, news) => update(context, definition, id, own(olds), own(news)),
    previewUpdate: (context, id, olds, news) => {
      const target = targetOf(context, definition, id, own(olds), textAt(news, "cluster"));
      return { ...target.state.computed, ...namesNow(context, target) };
    },
    delete: (context, id, props) => remove(context, definition, id, own(props)),
  };
}

/** Everything but the provider's text. */
function own(properties: PropertyMap): PropertyMap {
  const { [PROVIDER_KEY]: _provider, ...rest } = properties;
  return rest;
}
