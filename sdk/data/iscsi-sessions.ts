// Made by `npm run generate` from provider/rest/iscsi-sessions.ts; change it there.

import type * as pulumi from "@pulumi/pulumi";
import { recordReads } from "../../provider/reads/records";
import type { FilterOf } from "./filter";
import { type FieldsInput, type Inputs, whenKnown } from "./inputs";
import { programReads } from "./program-reads";
import type { CountArgs, GetArgs, ListArgs } from "./read-arguments";
import type { FieldsOf, OrderOf, Selected } from "./selection";

/** One TCP connection of a session. Source: "iscsi_connection" in ONTAP's iSCSI sessions document. */
export interface IscsiConnectionRecord {
  /** Number of the connection within its session. */
  readonly cid?: number;
  /** How the initiator was authenticated when the connection was made. */
  readonly authenticationType?: "chap" | "none";
  /** The initiator's end. */
  readonly initiatorAddress?: {
    /** IPv4 or IPv6 address. */
    readonly address?: string;
    /** TCP port. */
    readonly port?: number;
  };
  /** The array's end. */
  readonly interface?: {
    /** Name of the network interface (LIF). */
    readonly name?: string;
    /** UUID of the network interface. */
    readonly uuid?: string;
    /** Address that the initiator connected to. */
    readonly ip?: {
      /** IPv4 or IPv6 address. */
      readonly address?: string;
      /** TCP port. ONTAP serves 3260 only. */
      readonly port?: number;
    };
  };
}

/** An initiator that is logged in. Source: "iscsi_session" in ONTAP's iSCSI sessions document. */
export interface IscsiSessionRecord {
  /** The SVM that serves the session. */
  readonly svm: {
    /** Name of the SVM; it can be changed on the array. */
    readonly name: string;
    /** UUID of the SVM, for as long as it exists. */
    readonly uuid: string;
  };
  /** Target portal group, which has the name of the interface that the initiator logged in to. */
  readonly targetPortalGroup: string;
  /** Target session identifying handle; identifies the session within its target portal group. */
  readonly tsih: number;
  /** Number of the target portal group. */
  readonly targetPortalGroupTag?: number;
  /** The initiator's half of the session identifier: six octets, `61:62:63:64:65:00`. */
  readonly isid?: string;
  /** The initiator that is logged in. */
  readonly initiator?: {
    /** World wide unique name: `iqn...` or `eui...`. */
    readonly name?: string;
    /** What the initiator calls itself; absent where it has set none. */
    readonly alias?: string;
    /** The array administrator's note on the initiator. Since ONTAP 9.9. */
    readonly comment?: string;
  };
  /** Initiator groups that the initiator is a member of. */
  readonly igroups?: ReadonlyArray<{
    /** Name of the initiator group. */
    readonly name?: string;
    /** UUID of the initiator group. */
    readonly uuid?: string;
  }>;
  /** TCP connections of the session. */
  readonly connections?: ReadonlyArray<IscsiConnectionRecord>;
}

/** Fields to ask of a session: `"*"`, or dotted names such as `"connections.initiatorAddress"`. */
export type IscsiSessionFields = FieldsOf<IscsiSessionRecord>;

/** A session cut to the fields that were asked for, and its identifiers. */
export type IscsiSessionResult<F extends IscsiSessionFields = "*"> = Selected<
  IscsiSessionRecord,
  "svm.name" | "svm.uuid" | "targetPortalGroup" | "tsih",
  keyof IscsiSessionRecord,
  F
>;

/** Filters of sessions: every field that ONTAP documents as a query parameter. */
export type IscsiSessionFilter = FilterOf<IscsiSessionRecord>;

/** Options of the functions that list sessions. */
export type IscsiSessionOptions = ListArgs<OrderOf<IscsiSessionRecord>>;

/** Filters and options of the functions that list sessions. */
export type IscsiSessionsArgs<F extends IscsiSessionFields = "*"> = IscsiSessionFilter &
  IscsiSessionOptions & {
    /** Fields to answer. Default `"*"`; what was not asked for is absent, also from the type. */
    readonly fields?: F;
  };

/** {@link IscsiSessionsArgs} as inputs. */
export type IscsiSessionsOutputArgs<F extends IscsiSessionFields = "*"> = Inputs<
  IscsiSessionFilter & IscsiSessionOptions
> &
  FieldsInput<F>;

/** The keys of one session. */
export interface IscsiSessionKeys extends GetArgs {
  /** Target portal group, which has the name of the interface that the initiator logged in to. */
  readonly targetPortalGroup: string;
  /** Target session identifying handle; identifies the session within its target portal group. */
  readonly tsih: number;
}

const reads = programReads(recordReads.iscsiSession);

/**
 * Gets one session, in one request. Throws `not-found` where it is not there.
 *
 * @example
 * const session = await getIscsiSession({ svm: { name: "svm1" }, targetPortalGroup: "iscsi_lif1", tsih: 10 });
 */
export function getIscsiSession<F extends IscsiSessionFields = "*">(
  args: IscsiSessionKeys & { readonly fields?: F },
  opts: pulumi.InvokeOptions = {},
): Promise<IscsiSessionResult<F>> {
  return reads.get(args, opts);
}

/** {@link getIscsiSession} for inputs. Unknown in a preview while an input is, or a resource of `dependsOn`. */
export function getIscsiSessionOutput<F extends IscsiSessionFields = "*">(
  args: Inputs<IscsiSessionKeys> & FieldsInput<F>,
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<IscsiSessionResult<F>> {
  return whenKnown(args, opts, reads.get<IscsiSessionResult<F>>);
}

/**
 * Lists the sessions that match, over all pages.
 *
 * @example
 * const chap = await getIscsiSessions({ svm: { name: "svm1" }, connections: { authenticationType: "chap" } });
 */
export function getIscsiSessions<F extends IscsiSessionFields = "*">(
  args: IscsiSessionsArgs<F> = {},
  opts: pulumi.InvokeOptions = {},
): Promise<Array<IscsiSessionResult<F>>> {
  return reads.list(args, opts);
}

/**
 * {@link getIscsiSessions} for inputs. Unknown in a preview while an input is, or a resource of `dependsOn`.
 *
 * @example
 * export const live = getIscsiSessionsOutput({ svm: service.svm, fields: ["initiator.name"] });
 */
export function getIscsiSessionsOutput<F extends IscsiSessionFields = "*">(
  args: IscsiSessionsOutputArgs<F> = {},
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<Array<IscsiSessionResult<F>>> {
  return whenKnown(args, opts, reads.list<IscsiSessionResult<F>>);
}

/** Finds the session that matches: undefined where none does. Throws `ambiguous` where more than one does. */
export function findIscsiSession<F extends IscsiSessionFields = "*">(
  args: IscsiSessionsArgs<F>,
  opts: pulumi.InvokeOptions = {},
): Promise<IscsiSessionResult<F> | undefined> {
  return reads.find(args, opts);
}

/** {@link findIscsiSession} for inputs. Unknown in a preview while an input is, or a resource of `dependsOn`. */
export function findIscsiSessionOutput<F extends IscsiSessionFields = "*">(
  args: IscsiSessionsOutputArgs<F>,
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<IscsiSessionResult<F> | undefined> {
  return whenKnown(args, opts, reads.find<IscsiSessionResult<F>>);
}

/** Counts the sessions that match. Fetches none of them. */
export function countIscsiSessions(
  args: IscsiSessionFilter & CountArgs = {},
  opts: pulumi.InvokeOptions = {},
): Promise<number> {
  return reads.count(args, opts);
}

/** {@link countIscsiSessions} for inputs. Unknown in a preview while an input is, or a resource of `dependsOn`. */
export function countIscsiSessionsOutput(
  args: Inputs<IscsiSessionFilter & CountArgs> = {},
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<number> {
  return whenKnown(args, opts, reads.count);
}

/**
 * The sessions that match, one by one: a page is fetched when it is needed and no sooner.
 *
 * @example
 * for await (const session of iterateIscsiSessions({ maxRecords: 100 })) { ... }
 */
export function iterateIscsiSessions<F extends IscsiSessionFields = "*">(
  args: IscsiSessionsArgs<F> = {},
  opts: pulumi.InvokeOptions = {},
): AsyncGenerator<IscsiSessionResult<F>, void> {
  return reads.iterate(args, opts);
}
