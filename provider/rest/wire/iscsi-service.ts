import { boolean, checkOf, object, svm, text } from "./check";

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
  object({ svm, enabled: boolean, target: object({ alias: text, name: text }) }, ["svm"]),
);
