// Made by `npm run generate` from provider/resources/iscsi-credentials.ts; change it there.

import type * as pulumi from "@pulumi/pulumi";
import { typeToken } from "../provider/dynamic/text";
import type { ExistingArgs, ExistingOptions } from "./existing";
import { existing, isResource, OntapResource, type ResourceShape } from "./ontap-resource";
import type { ChapArgs, ChapResult, InitiatorAddressArgs, InitiatorAddressResult, SvmArgs } from "./types";

const SHAPE: ResourceShape = {
  type: "IscsiCredentials",
  inputs: ["svm", "cluster", "adopt", "forceDisconnect", "initiator", "authenticationType", "chap", "initiatorAddress"],
  identity: ["svm", "cluster", "initiator"],
  required: ["svm", "initiator", "authenticationType"],
  secrets: [
    ["chap", "inbound", "password"],
    ["chap", "outbound", "password"],
  ],
  usualBytes: [
    { path: ["chap", "inbound", "password"], least: 12, most: 16 },
    { path: ["chap", "outbound", "password"], least: 12, most: 16 },
  ],
  outputs: ["svmName", "svmUuid"],
};

/** Arguments of {@link IscsiCredentials}. */
export interface IscsiCredentialsArgs {
  /**
   * The SVM, by name, by UUID or by both, which must then agree (2621706). Another SVM, not another notation of the
   * same, replaces (guarded); the old object goes first.
   */
  svm: pulumi.Input<SvmArgs>;
  /**
   * Name of a cluster in `ontap-iscsi:clusters`. If omitted: the cluster that `ontap-iscsi:host` names. Another
   * replaces, unless the same SVM is found under the new name. Takes the name of a cluster in ontap-iscsi:clusters (a
   * letter, then letters, digits and hyphens).
   */
  cluster?: pulumi.Input<string | undefined>;
  /** Adopt the object where there is one already, instead of failing. If omitted: false. */
  adopt?: pulumi.Input<boolean | undefined>;
  /** Go ahead with a change that cuts live sessions, or locks them out at their next login. If omitted: false. */
  forceDisconnect?: pulumi.Input<boolean | undefined>;
  /**
   * Initiator name: an IQN (`iqn.1998-01.com.example:host1`), an EUI (`eui.0123456789abcdef`, in any case), or
   * `default` for the row of all initiators without one of their own, which ONTAP makes itself. Another replaces
   * (guarded); an EUI in another case is the same. Takes an IQN, an EUI or "default".
   */
  initiator: pulumi.Input<string>;
  /**
   * `chap` asks for a user and a password, `none` for nothing, `deny` refuses every login. In any case. Takes one of
   * "chap", "none" and "deny".
   */
  authenticationType: pulumi.Input<string>;
  /** CHAP users and passwords; with `authenticationType: "chap"` only. */
  chap?: pulumi.Input<ChapArgs | undefined>;
  /**
   * Addresses from which the initiator may connect: any of the ranges or networks. Not for `default`. A list without
   * addresses is refused, so that a computed one never opens the row. If omitted: any address; managed, so that a list
   * on the array is drift and is removed.
   */
  initiatorAddress?: pulumi.Input<InitiatorAddressArgs | undefined>;
}

/**
 * The credential by which an initiator logs in to an SVM. Its id is `<SVM's UUID>/<initiator>`.
 *
 * @example
 * new IscsiCredentials("host1", {
 *   svm: service.svm,
 *   initiator: "iqn.1998-01.com.example:host1",
 *   authenticationType: "chap",
 *   chap: { inbound: { user: "host1", password: config.requireSecret("host1") } },
 * });
 */
export class IscsiCredentials extends OntapResource {
  /** @internal */
  static readonly __pulumiType = typeToken("IscsiCredentials");

  /** Name of a cluster in `ontap-iscsi:clusters`. */
  declare readonly cluster: pulumi.Output<string | undefined>;
  /** Adopt the object where there is one already, instead of failing. */
  declare readonly adopt: pulumi.Output<boolean | undefined>;
  /** Go ahead with a change that cuts live sessions, or locks them out at their next login. */
  declare readonly forceDisconnect: pulumi.Output<boolean | undefined>;
  /**
   * Initiator name: an IQN (`iqn.1998-01.com.example:host1`), an EUI (`eui.0123456789abcdef`, in any case), or
   * `default` for the row of all initiators without one of their own, which ONTAP makes itself.
   */
  declare readonly initiator: pulumi.Output<string>;
  /** `chap` asks for a user and a password, `none` for nothing, `deny` refuses every login. In any case. */
  declare readonly authenticationType: pulumi.Output<"chap" | "none" | "deny">;
  /** CHAP users and passwords; with `authenticationType: "chap"` only. Secret as a whole where a program reads it. */
  declare readonly chap: pulumi.Output<ChapResult | undefined>;
  /**
   * Addresses from which the initiator may connect: any of the ranges or networks. Not for `default`. A list without
   * addresses is refused, so that a computed one never opens the row.
   */
  declare readonly initiatorAddress: pulumi.Output<InitiatorAddressResult | undefined>;
  /** Name of the SVM, as ONTAP has it. */
  declare readonly svmName: pulumi.Output<string>;

  constructor(name: string, args: IscsiCredentialsArgs, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: ExistingArgs, opts: ExistingOptions);
  constructor(name: string, args: IscsiCredentialsArgs | ExistingArgs, opts: pulumi.CustomResourceOptions = {}) {
    super(SHAPE, name, args, opts);
  }

  /** Reads an existing object without managing it, by its id; any other id is refused. Secrets are not read. */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: ExistingArgs = {},
    opts?: pulumi.CustomResourceOptions,
  ): IscsiCredentials {
    return new IscsiCredentials(name, state, existing(id, opts));
  }

  /** True for IscsiCredentials, even of another copy of this package. */
  static override isInstance(value: unknown): value is IscsiCredentials {
    return isResource(value, SHAPE.type);
  }
}
