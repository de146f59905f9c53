import type * as pulumi from "@pulumi/pulumi";
import { collectionReads } from "./collection-reads";
import {
  credentialKind,
  type IscsiCredentialFields,
  type IscsiCredentialRecord,
  type IscsiCredentialResult,
} from "./credential-record";
import type { FilterOf } from "./filter";
import { type GetArgs, getOne, inCollection } from "./get-one";
import { type FieldsInput, type Inputs, whenKnown } from "./inputs";
import type { CountArgs, ListArgs } from "./read-arguments";
import type { OrderOf } from "./selection";

/** Filters of credentials: every field that ONTAP documents as a query parameter. */
export type IscsiCredentialFilter = FilterOf<IscsiCredentialRecord>;

/** Options of the functions that list credentials. */
export type IscsiCredentialOptions = ListArgs<OrderOf<IscsiCredentialRecord>>;

/** Filters and options of the functions that list credentials. */
export type IscsiCredentialsArgs<F extends IscsiCredentialFields = "*"> = IscsiCredentialFilter &
  IscsiCredentialOptions & {
    /** Fields to answer. Default `"*"`; what was not asked for is absent, also from the type. */
    readonly fields?: F;
  };

/** {@link IscsiCredentialsArgs} as inputs. */
export type IscsiCredentialsOutputArgs<F extends IscsiCredentialFields = "*"> = Inputs<
  IscsiCredentialFilter & IscsiCredentialOptions
> &
  FieldsInput<F>;

/** The keys of one credential. */
export interface IscsiCredentialKeys extends GetArgs {
  /** `iqn...`, `eui...` or `default`. */
  readonly initiator: string;
}

const credentials = collectionReads(credentialKind, (client) => client.iscsiCredentials);
const byName = inCollection((client) => client.iscsiCredentials);

/**
 * Gets one credential, in one request and without its passwords, which ONTAP never answers. Throws `not-found` where it is not there.
 *
 * @example
 * const fallback = await getIscsiCredential({ svm: { name: "svm1" }, initiator: "default" });
 */
export function getIscsiCredential<F extends IscsiCredentialFields = "*">(
  args: IscsiCredentialKeys & { readonly fields?: F },
): Promise<IscsiCredentialResult<F>> {
  return one(args);
}

/** {@link getIscsiCredential} for inputs. */
export function getIscsiCredentialOutput<F extends IscsiCredentialFields = "*">(
  args: Inputs<IscsiCredentialKeys> & FieldsInput<F>,
): pulumi.Output<IscsiCredentialResult<F>> {
  return whenKnown(args, one<IscsiCredentialResult<F>>);
}

/**
 * Lists the credentials that match, over all pages.
 *
 * @example
 * const corp = await getIscsiCredentials({ initiator: query.like("iqn.1998-01.com.corp*"), orderBy: "initiator" });
 */
export function getIscsiCredentials<F extends IscsiCredentialFields = "*">(
  args: IscsiCredentialsArgs<F> = {},
): Promise<Array<IscsiCredentialResult<F>>> {
  return credentials.list(args);
}

/**
 * {@link getIscsiCredentials} for inputs. Unknown in a preview while an input is.
 *
 * @example
 * export const users = getIscsiCredentialsOutput({ svm: service.svm, fields: ["chap.inbound.user"] });
 */
export function getIscsiCredentialsOutput<F extends IscsiCredentialFields = "*">(
  args: IscsiCredentialsOutputArgs<F> = {},
): pulumi.Output<Array<IscsiCredentialResult<F>>> {
  return whenKnown(args, credentials.list<IscsiCredentialResult<F>>);
}

/** Finds the credential that matches: undefined where none does. Throws `ambiguous` where more than one does. */
export function findIscsiCredential<F extends IscsiCredentialFields = "*">(
  args: IscsiCredentialsArgs<F>,
): Promise<IscsiCredentialResult<F> | undefined> {
  return credentials.find(args);
}

/** {@link findIscsiCredential} for inputs. */
export function findIscsiCredentialOutput<F extends IscsiCredentialFields = "*">(
  args: IscsiCredentialsOutputArgs<F>,
): pulumi.Output<IscsiCredentialResult<F> | undefined> {
  return whenKnown(args, credentials.find<IscsiCredentialResult<F>>);
}

/** Counts the credentials that match. Fetches none of them. */
export function countIscsiCredentials(args: IscsiCredentialFilter & CountArgs = {}): Promise<number> {
  return credentials.count(args);
}

/** {@link countIscsiCredentials} for inputs. */
export function countIscsiCredentialsOutput(
  args: Inputs<IscsiCredentialFilter & CountArgs> = {},
): pulumi.Output<number> {
  return whenKnown(args, credentials.count);
}

/**
 * The credentials that match, one by one: a page is fetched when it is needed and no sooner.
 *
 * @example
 * for await (const credential of iterateIscsiCredentials({ maxRecords: 100 })) { ... }
 */
export function iterateIscsiCredentials<F extends IscsiCredentialFields = "*">(
  args: IscsiCredentialsArgs<F> = {},
): AsyncGenerator<IscsiCredentialResult<F>, void> {
  return credentials.iterate(args);
}

function one<T>(args: unknown): Promise<T> {
  return getOne(
    credentialKind,
    args,
    (client, svmUuid, { keys, fields }) =>
      client.iscsiCredentials.get(svmUuid, String(keys.initiator), fields && { fields }),
    byName,
  );
}
