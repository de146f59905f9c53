import { boolean, checkOf, object, svm, text } from "./check";
import { metric, statistics, type WireMetric, type WireStatistics } from "./iscsi-service-metric";

/** Reference to an SVM. */
export interface WireSvm {
  readonly uuid: string;
  readonly name: string;
}

/** An iSCSI service as ONTAP answers it. Source: "iscsi_service" in the iSCSI services document. */
export interface WireIscsiService {
  readonly svm: WireSvm;
  readonly enabled?: boolean | null;
  readonly target?: { readonly alias?: string | null; readonly name?: string | null } | null;
  /** Averages of the latest sample. Expensive: answered only where asked for by name. */
  readonly metric?: WireMetric | null;
  /** Counters as of now. Expensive: answered only where asked for by name. */
  readonly statistics?: WireStatistics | null;
}

/** What POST takes. `target.name` is ONTAP's to make. */
export interface WireIscsiServiceCreate {
  readonly svm: { readonly uuid?: string; readonly name?: string };
  readonly enabled?: boolean;
  readonly target?: { readonly alias?: string };
}

/** What PATCH takes: the state or the alias, not both at once (5374081). */
export interface WireIscsiServiceUpdate {
  readonly enabled?: boolean;
  readonly target?: { readonly alias: string };
}

export const isWireIscsiService = checkOf<WireIscsiService>(
  object({ svm, enabled: boolean, target: object({ alias: text, name: text }), metric, statistics }, ["svm"]),
);
