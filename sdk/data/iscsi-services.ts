import type * as pulumi from "@pulumi/pulumi";
import { collectionReads } from "./collection-reads";
import type { FilterOf } from "./filter";
import { type GetArgs, getOne, inCollection } from "./get-one";
import { type FieldsInput, type Inputs, whenKnown } from "./inputs";
import type { CountArgs, ListArgs } from "./read-arguments";
import type { OrderOf } from "./selection";
import {
  type IscsiServiceFields,
  type IscsiServiceRecord,
  type IscsiServiceResult,
  serviceKind,
} from "./service-record";

/** Filters of services: every field that ONTAP documents as a query parameter. */
export type IscsiServiceFilter = FilterOf<IscsiServiceRecord>;

/** Options of the functions that list services. */
export type IscsiServiceOptions = ListArgs<OrderOf<IscsiServiceRecord>>;

/** Filters and options of the functions that list services. */
export type IscsiServicesArgs<F extends IscsiServiceFields = "*"> = IscsiServiceFilter &
  IscsiServiceOptions & {
    /** Fields to answer. Default `"*"`; what was not asked for is absent, also from the type. */
    readonly fields?: F;
  };

/** {@link IscsiServicesArgs} as inputs. */
export type IscsiServicesOutputArgs<F extends IscsiServiceFields = "*"> = Inputs<
  IscsiServiceFilter & IscsiServiceOptions
> &
  FieldsInput<F>;

/** The key of one service, its SVM. */
export type IscsiServiceKeys = GetArgs;

const services = collectionReads(serviceKind, (client) => client.iscsiServices);
const byName = inCollection((client) => client.iscsiServices);

/**
 * Gets one service, in one request. Throws `not-found` where it is not there.
 *
 * @example
 * const { target } = await getIscsiService({ svm: { name: "svm1" } });
 * const { metric } = await getIscsiService({ svm: { name: "svm1" }, fields: ["metric"] });
 */
export function getIscsiService<F extends IscsiServiceFields = "*">(
  args: IscsiServiceKeys & { readonly fields?: F },
): Promise<IscsiServiceResult<F>> {
  return one(args);
}

/** {@link getIscsiService} for inputs. */
export function getIscsiServiceOutput<F extends IscsiServiceFields = "*">(
  args: Inputs<IscsiServiceKeys> & FieldsInput<F>,
): pulumi.Output<IscsiServiceResult<F>> {
  return whenKnown(args, one<IscsiServiceResult<F>>);
}

/**
 * Lists the services that match, over all pages.
 *
 * @example
 * const disabled = await getIscsiServices({ enabled: false });
 */
export function getIscsiServices<F extends IscsiServiceFields = "*">(
  args: IscsiServicesArgs<F> = {},
): Promise<Array<IscsiServiceResult<F>>> {
  return services.list(args);
}

/**
 * {@link getIscsiServices} for inputs. Unknown in a preview while an input is.
 *
 * @example
 * export const targets = getIscsiServicesOutput({ svm: { name: service.svmName }, fields: ["target.name"] });
 */
export function getIscsiServicesOutput<F extends IscsiServiceFields = "*">(
  args: IscsiServicesOutputArgs<F> = {},
): pulumi.Output<Array<IscsiServiceResult<F>>> {
  return whenKnown(args, services.list<IscsiServiceResult<F>>);
}

/** Finds the service that matches: undefined where none does. Throws `ambiguous` where more than one does. */
export function findIscsiService<F extends IscsiServiceFields = "*">(
  args: IscsiServicesArgs<F>,
): Promise<IscsiServiceResult<F> | undefined> {
  return services.find(args);
}

/** {@link findIscsiService} for inputs. */
export function findIscsiServiceOutput<F extends IscsiServiceFields = "*">(
  args: IscsiServicesOutputArgs<F>,
): pulumi.Output<IscsiServiceResult<F> | undefined> {
  return whenKnown(args, services.find<IscsiServiceResult<F>>);
}

/** Counts the services that match. Fetches none of them. */
export function countIscsiServices(args: IscsiServiceFilter & CountArgs = {}): Promise<number> {
  return services.count(args);
}

/** {@link countIscsiServices} for inputs. */
export function countIscsiServicesOutput(args: Inputs<IscsiServiceFilter & CountArgs> = {}): pulumi.Output<number> {
  return whenKnown(args, services.count);
}

/**
 * The services that match, one by one: a page is fetched when it is needed and no sooner.
 *
 * @example
 * for await (const service of iterateIscsiServices({ maxRecords: 100 })) { ... }
 */
export function iterateIscsiServices<F extends IscsiServiceFields = "*">(
  args: IscsiServicesArgs<F> = {},
): AsyncGenerator<IscsiServiceResult<F>, void> {
  return services.iterate(args);
}

function one<T>(args: unknown): Promise<T> {
  return getOne(
    serviceKind,
    args,
    (client, svmUuid, { fields }) => client.iscsiServices.get(svmUuid, fields && { fields }),
    byName,
  );
}
