import type * as pulumi from "@pulumi/pulumi";
import { collectionReads } from "./collection-reads";
import type { FilterOf } from "./filter";
import { type GetArgs, getOne, inCollection } from "./get-one";
import { type FieldsInput, type Inputs, whenKnown } from "./inputs";
import type { CountArgs, ListArgs } from "./read-arguments";
import type { OrderOf } from "./selection";
import {
  type IscsiSessionFields,
  type IscsiSessionRecord,
  type IscsiSessionResult,
  sessionKind,
} from "./session-record";

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
  readonly targetPortalGroup: string;
  readonly tsih: number;
}

const sessions = collectionReads(sessionKind, (client) => client.iscsiSessions);
const byName = inCollection((client) => client.iscsiSessions);

/**
 * Gets one session, in one request. Throws `not-found` where it is not there.
 *
 * @example
 * const session = await getIscsiSession({ svm: { name: "svm1" }, targetPortalGroup: "iscsi_lif1", tsih: 10 });
 */
export function getIscsiSession<F extends IscsiSessionFields = "*">(
  args: IscsiSessionKeys & { readonly fields?: F },
): Promise<IscsiSessionResult<F>> {
  return one(args);
}

/** {@link getIscsiSession} for inputs. */
export function getIscsiSessionOutput<F extends IscsiSessionFields = "*">(
  args: Inputs<IscsiSessionKeys> & FieldsInput<F>,
): pulumi.Output<IscsiSessionResult<F>> {
  return whenKnown(args, one<IscsiSessionResult<F>>);
}

/**
 * Lists the sessions that match, over all pages.
 *
 * @example
 * const chap = await getIscsiSessions({ svm: { name: "svm1" }, connections: { authenticationType: "chap" } });
 */
export function getIscsiSessions<F extends IscsiSessionFields = "*">(
  args: IscsiSessionsArgs<F> = {},
): Promise<Array<IscsiSessionResult<F>>> {
  return sessions.list(args);
}

/**
 * {@link getIscsiSessions} for inputs. Unknown in a preview while an input is.
 *
 * @example
 * export const live = getIscsiSessionsOutput({ svm: service.svm, fields: ["initiator.name"] });
 */
export function getIscsiSessionsOutput<F extends IscsiSessionFields = "*">(
  args: IscsiSessionsOutputArgs<F> = {},
): pulumi.Output<Array<IscsiSessionResult<F>>> {
  return whenKnown(args, sessions.list<IscsiSessionResult<F>>);
}

/** Finds the session that matches: undefined where none does. Throws `ambiguous` where more than one does. */
export function findIscsiSession<F extends IscsiSessionFields = "*">(
  args: IscsiSessionsArgs<F>,
): Promise<IscsiSessionResult<F> | undefined> {
  return sessions.find(args);
}

/** {@link findIscsiSession} for inputs. */
export function findIscsiSessionOutput<F extends IscsiSessionFields = "*">(
  args: IscsiSessionsOutputArgs<F>,
): pulumi.Output<IscsiSessionResult<F> | undefined> {
  return whenKnown(args, sessions.find<IscsiSessionResult<F>>);
}

/** Counts the sessions that match. Fetches none of them. */
export function countIscsiSessions(args: IscsiSessionFilter & CountArgs = {}): Promise<number> {
  return sessions.count(args);
}

/** {@link countIscsiSessions} for inputs. */
export function countIscsiSessionsOutput(args: Inputs<IscsiSessionFilter & CountArgs> = {}): pulumi.Output<number> {
  return whenKnown(args, sessions.count);
}

/**
 * The sessions that match, one by one: a page is fetched when it is needed and no sooner.
 *
 * @example
 * for await (const session of iterateIscsiSessions({ maxRecords: 100 })) { ... }
 */
export function iterateIscsiSessions<F extends IscsiSessionFields = "*">(
  args: IscsiSessionsArgs<F> = {},
): AsyncGenerator<IscsiSessionResult<F>, void> {
  return sessions.iterate(args);
}

function one<T>(args: unknown): Promise<T> {
  return getOne(
    sessionKind,
    args,
    (client, svmUuid, { keys, fields }) =>
      client.iscsiSessions.get(svmUuid, String(keys.target_portal_group), Number(keys.tsih), fields && { fields }),
    byName,
  );
}
