// Made by `npm run generate` from provider/rest/iscsi-services.ts; change it there.

import type * as pulumi from "@pulumi/pulumi";
import { recordReads } from "../../provider/reads/records";
import type { FilterOf } from "./filter";
import { type FieldsInput, type Inputs, whenKnown } from "./inputs";
import type { ByteFigures, OperationFigures } from "./iscsi-service-metrics";
import { programReads } from "./program-reads";
import type { CountArgs, GetArgs, ListArgs } from "./read-arguments";
import type { FieldsOf, OrderOf, Selected } from "./selection";

/** Averages over the time that a sample covers. */
export interface IscsiMetricFigures {
  /** ISO 8601, UTC. */
  readonly timestamp?: string;
  /** Time that the sample covers, as an ISO 8601 duration: `PT15S`, `PT5M`, `PT30M`, `PT2H`, `P1D`. */
  readonly duration?: string;
  /**
   * `ok`, or what is wrong with the figures: `error`, `partial_no_data`, `partial_no_response`, `partial_other_error`,
   * `partial_no_uuid`, `negative_delta`, `not_found`, `backfilled_data`, `inconsistent_delta_time`,
   * `inconsistent_old_data`.
   */
  readonly status?: string;
  /** Operations per second. */
  readonly iops?: OperationFigures;
  /** Round trip in microseconds. */
  readonly latency?: OperationFigures;
  /** Bytes per second. */
  readonly throughput?: ByteFigures;
}

/** Counters over all nodes, which only grow; two readings and the time between them give a rate. */
export interface IscsiStatistics {
  /** ISO 8601, UTC. */
  readonly timestamp?: string;
  /**
   * `ok`, or what is wrong with the figures: `error`, `partial_no_data`, `partial_no_response`, `partial_other_error`,
   * `partial_no_uuid`, `negative_delta`, `not_found`, `backfilled_data`, `inconsistent_delta_time`,
   * `inconsistent_old_data`.
   */
  readonly status?: string;
  /** Operations. */
  readonly iopsRaw?: OperationFigures;
  /** Microseconds, summed over operations: divide by `iopsRaw` for the mean of one. */
  readonly latencyRaw?: OperationFigures;
  /** Bytes. */
  readonly throughputRaw?: ByteFigures;
}

/**
 * The iSCSI target of an SVM; the SVM's UUID identifies it. Source: "iscsi_service" in ONTAP's iSCSI services
 * document.
 */
export interface IscsiServiceRecord {
  /** The SVM that it belongs to. */
  readonly svm: {
    /** Name of the SVM; it can be changed on the array. */
    readonly name: string;
    /** UUID of the SVM, for as long as it exists. */
    readonly uuid: string;
  };
  /** False where the service accepts no sessions. */
  readonly enabled?: boolean;
  /** The iSCSI target. */
  readonly target?: {
    /** Alias of the target; absent where it was cleared. */
    readonly alias?: string;
    /** The target's `iqn...` name, which ONTAP makes. */
    readonly name?: string;
  };
  /** Averages of the latest sample. Only where asked for by name, since it costs the array time. Since ONTAP 9.7. */
  readonly metric?: IscsiMetricFigures;
  /** Counters as of now. Only where asked for by name, since it costs the array time. Since ONTAP 9.7. */
  readonly statistics?: IscsiStatistics;
}

/** Fields to ask of a service: `"*"`, or dotted names such as `"target.alias"`. */
export type IscsiServiceFields = FieldsOf<IscsiServiceRecord>;

/** A service cut to the fields that were asked for, and its identifiers. */
export type IscsiServiceResult<F extends IscsiServiceFields = "*"> = Selected<
  IscsiServiceRecord,
  "svm.name" | "svm.uuid",
  Exclude<keyof IscsiServiceRecord, "metric" | "statistics">,
  F
>;

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

const reads = programReads(recordReads.iscsiService);

/**
 * Gets one service, in one request. Throws `not-found` where it is not there.
 *
 * @example
 * const { target } = await getIscsiService({ svm: { name: "svm1" } });
 * const { metric } = await getIscsiService({ svm: { name: "svm1" }, fields: ["metric"] });
 */
export function getIscsiService<F extends IscsiServiceFields = "*">(
  args: IscsiServiceKeys & { readonly fields?: F },
  opts: pulumi.InvokeOptions = {},
): Promise<IscsiServiceResult<F>> {
  return reads.get(args, opts);
}

/** {@link getIscsiService} for inputs. Unknown in a preview while an input is, or a resource of `dependsOn`. */
export function getIscsiServiceOutput<F extends IscsiServiceFields = "*">(
  args: Inputs<IscsiServiceKeys> & FieldsInput<F>,
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<IscsiServiceResult<F>> {
  return whenKnown(args, opts, reads.get<IscsiServiceResult<F>>);
}

/**
 * Lists the services that match, over all pages.
 *
 * @example
 * const disabled = await getIscsiServices({ enabled: false });
 */
export function getIscsiServices<F extends IscsiServiceFields = "*">(
  args: IscsiServicesArgs<F> = {},
  opts: pulumi.InvokeOptions = {},
): Promise<Array<IscsiServiceResult<F>>> {
  return reads.list(args, opts);
}

/**
 * {@link getIscsiServices} for inputs. Unknown in a preview while an input is, or a resource of `dependsOn`.
 *
 * @example
 * export const targets = getIscsiServicesOutput({ svm: { name: service.svmName }, fields: ["target.name"] });
 */
export function getIscsiServicesOutput<F extends IscsiServiceFields = "*">(
  args: IscsiServicesOutputArgs<F> = {},
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<Array<IscsiServiceResult<F>>> {
  return whenKnown(args, opts, reads.list<IscsiServiceResult<F>>);
}

/** Finds the service that matches: undefined where none does. Throws `ambiguous` where more than one does. */
export function findIscsiService<F extends IscsiServiceFields = "*">(
  args: IscsiServicesArgs<F>,
  opts: pulumi.InvokeOptions = {},
): Promise<IscsiServiceResult<F> | undefined> {
  return reads.find(args, opts);
}

/** {@link findIscsiService} for inputs. Unknown in a preview while an input is, or a resource of `dependsOn`. */
export function findIscsiServiceOutput<F extends IscsiServiceFields = "*">(
  args: IscsiServicesOutputArgs<F>,
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<IscsiServiceResult<F> | undefined> {
  return whenKnown(args, opts, reads.find<IscsiServiceResult<F>>);
}

/** Counts the services that match. Fetches none of them. */
export function countIscsiServices(
  args: IscsiServiceFilter & CountArgs = {},
  opts: pulumi.InvokeOptions = {},
): Promise<number> {
  return reads.count(args, opts);
}

/** {@link countIscsiServices} for inputs. Unknown in a preview while an input is, or a resource of `dependsOn`. */
export function countIscsiServicesOutput(
  args: Inputs<IscsiServiceFilter & CountArgs> = {},
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<number> {
  return whenKnown(args, opts, reads.count);
}

/**
 * The services that match, one by one: a page is fetched when it is needed and no sooner.
 *
 * @example
 * for await (const service of iterateIscsiServices({ maxRecords: 100 })) { ... }
 */
export function iterateIscsiServices<F extends IscsiServiceFields = "*">(
  args: IscsiServicesArgs<F> = {},
  opts: pulumi.InvokeOptions = {},
): AsyncGenerator<IscsiServiceResult<F>, void> {
  return reads.iterate(args, opts);
}
