// Made by `npm run generate` from provider/rest/iscsi-credentials.ts; change it there.

import type * as pulumi from "@pulumi/pulumi";
import { recordReads } from "../../provider/reads/records";
import type { FilterOf } from "./filter";
import { type FieldsInput, type Inputs, whenKnown } from "./inputs";
import { programReads } from "./program-reads";
import type { CountArgs, GetArgs, ListArgs } from "./read-arguments";
import type { FieldsOf, OrderOf, Selected } from "./selection";

/** How one initiator of an SVM logs in. Source: "iscsi_credentials" in ONTAP's iSCSI credentials document. */
export interface IscsiCredentialRecord {
  /** The SVM that it belongs to. */
  readonly svm: {
    /** Name of the SVM; it can be changed on the array. */
    readonly name: string;
    /** UUID of the SVM, for as long as it exists. */
    readonly uuid: string;
  };
  /** `iqn...`, `eui...`, or `default` for every initiator without a credential of its own. */
  readonly initiator: string;
  /** How the initiator logs in: with CHAP, without it, or not at all. */
  readonly authenticationType?: "chap" | "none" | "deny";
  /** Users of CHAP; absent with another type. ONTAP never returns passwords. */
  readonly chap?: {
    /** What the initiator presents to ONTAP. */
    readonly inbound?: {
      /** CHAP user. */
      readonly user?: string;
    };
    /** What ONTAP presents to the initiator. */
    readonly outbound?: {
      /** CHAP user. */
      readonly user?: string;
    };
  };
  /** Addresses from which the initiator may log in; absent for any. */
  readonly initiatorAddress?: {
    /** From one address to another of the same family. */
    readonly ranges?: ReadonlyArray<{
      /** First address. */
      readonly start: string;
      /** Last address, included in the range. */
      readonly end: string;
      /** Family of the addresses. */
      readonly family?: "ipv4" | "ipv6";
    }>;
    /** Networks. */
    readonly masks?: ReadonlyArray<{
      /** Address of the network. */
      readonly address: string;
      /** Netmask, always as a prefix length, such as `24`. */
      readonly netmask?: string;
      /** Family of the addresses. */
      readonly family?: "ipv4" | "ipv6";
    }>;
  };
}

/** Fields to ask of a credential: `"*"`, or dotted names such as `"chap.inbound.user"`. */
export type IscsiCredentialFields = FieldsOf<IscsiCredentialRecord>;

/** A credential cut to the fields that were asked for, and its identifiers. */
export type IscsiCredentialResult<F extends IscsiCredentialFields = "*"> = Selected<
  IscsiCredentialRecord,
  "svm.name" | "svm.uuid" | "initiator",
  keyof IscsiCredentialRecord,
  F
>;

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
  /** `iqn...`, `eui...`, or `default` for every initiator without a credential of its own. */
  readonly initiator: string;
}

const reads = programReads(recordReads.iscsiCredential);

/**
 * Gets one credential, in one request. Throws `not-found` where it is not there.
 *
 * @example
 * const fallback = await getIscsiCredential({ svm: { name: "svm1" }, initiator: "default" });
 */
export function getIscsiCredential<F extends IscsiCredentialFields = "*">(
  args: IscsiCredentialKeys & { readonly fields?: F },
  opts: pulumi.InvokeOptions = {},
): Promise<IscsiCredentialResult<F>> {
  return reads.get(args, opts);
}

/** {@link getIscsiCredential} for inputs. Unknown in a preview while an input is, or a resource of `dependsOn`. */
export function getIscsiCredentialOutput<F extends IscsiCredentialFields = "*">(
  args: Inputs<IscsiCredentialKeys> & FieldsInput<F>,
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<IscsiCredentialResult<F>> {
  return whenKnown(args, opts, reads.get<IscsiCredentialResult<F>>);
}

/**
 * Lists the credentials that match, over all pages.
 *
 * @example
 * const corp = await getIscsiCredentials({ initiator: query.like("iqn.1998-01.com.corp*"), orderBy: "initiator" });
 */
export function getIscsiCredentials<F extends IscsiCredentialFields = "*">(
  args: IscsiCredentialsArgs<F> = {},
  opts: pulumi.InvokeOptions = {},
): Promise<Array<IscsiCredentialResult<F>>> {
  return reads.list(args, opts);
}

/**
 * {@link getIscsiCredentials} for inputs. Unknown in a preview while an input is, or a resource of `dependsOn`.
 *
 * @example
 * export const users = getIscsiCredentialsOutput({ svm: service.svm, fields: ["chap.inbound.user"] });
 */
export function getIscsiCredentialsOutput<F extends IscsiCredentialFields = "*">(
  args: IscsiCredentialsOutputArgs<F> = {},
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<Array<IscsiCredentialResult<F>>> {
  return whenKnown(args, opts, reads.list<IscsiCredentialResult<F>>);
}

/** Finds the credential that matches: undefined where none does. Throws `ambiguous` where more than one does. */
export function findIscsiCredential<F extends IscsiCredentialFields = "*">(
  args: IscsiCredentialsArgs<F>,
  opts: pulumi.InvokeOptions = {},
): Promise<IscsiCredentialResult<F> | undefined> {
  return reads.find(args, opts);
}

/** {@link findIscsiCredential} for inputs. Unknown in a preview while an input is, or a resource of `dependsOn`. */
export function findIscsiCredentialOutput<F extends IscsiCredentialFields = "*">(
  args: IscsiCredentialsOutputArgs<F>,
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<IscsiCredentialResult<F> | undefined> {
  return whenKnown(args, opts, reads.find<IscsiCredentialResult<F>>);
}

/** Counts the credentials that match. Fetches none of them. */
export function countIscsiCredentials(
  args: IscsiCredentialFilter & CountArgs = {},
  opts: pulumi.InvokeOptions = {},
): Promise<number> {
  return reads.count(args, opts);
}

/** {@link countIscsiCredentials} for inputs. Unknown in a preview while an input is, or a resource of `dependsOn`. */
export function countIscsiCredentialsOutput(
  args: Inputs<IscsiCredentialFilter & CountArgs> = {},
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<number> {
  return whenKnown(args, opts, reads.count);
}

/**
 * The credentials that match, one by one: a page is fetched when it is needed and no sooner.
 *
 * @example
 * for await (const credential of iterateIscsiCredentials({ maxRecords: 100 })) { ... }
 */
export function iterateIscsiCredentials<F extends IscsiCredentialFields = "*">(
  args: IscsiCredentialsArgs<F> = {},
  opts: pulumi.InvokeOptions = {},
): AsyncGenerator<IscsiCredentialResult<F>, void> {
  return reads.iterate(args, opts);
}
