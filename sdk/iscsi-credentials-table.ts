// Made by `npm run generate` from provider/resources/iscsi-credentials-table.ts; change it there.

import type * as pulumi from "@pulumi/pulumi";
import { typeToken } from "../provider/dynamic/text";
import type { ExistingArgs, ExistingOptions } from "./existing";
import { existing, isResource, OntapResource, type ResourceShape } from "./ontap-resource";
import type { IscsiCredentialsRowArgs, IscsiCredentialsRowResult, SvmArgs } from "./types";

const SHAPE: ResourceShape = {
  type: "IscsiCredentialsTable",
  inputs: ["svm", "cluster", "adopt", "forceDisconnect", "credentials", "unlisted", "onRemove"],
  identity: ["svm", "cluster"],
  required: ["svm", "credentials"],
  secrets: [
    ["credentials", "*", "chap", "inbound", "password"],
    ["credentials", "*", "chap", "outbound", "password"],
  ],
  usualBytes: [
    { path: ["credentials", "*", "chap", "inbound", "password"], least: 12, most: 16 },
    { path: ["credentials", "*", "chap", "outbound", "password"], least: 12, most: 16 },
  ],
  outputs: ["svmName", "svmUuid"],
  rows: { type: "IscsiCredentials", property: "credentials", namedBy: "initiator" },
};

/** Arguments of {@link IscsiCredentialsTable}. */
export interface IscsiCredentialsTableArgs {
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
  /** Adopt rows that exist already, instead of failing. If omitted: false. */
  adopt?: pulumi.Input<boolean | undefined>;
  /**
   * Go ahead with changes that cut live sessions, or lock them out at their next login: `true` for all rows, or a list
   * of initiators. If omitted: false.
   */
  forceDisconnect?: pulumi.Input<boolean | ReadonlyArray<pulumi.Input<string>> | undefined>;
  /** The rows by initiator: an IQN, an EUI or `default`. At most 20,000. */
  credentials: pulumi.Input<Readonly<Record<string, pulumi.Input<IscsiCredentialsRowArgs>>>>;
  /**
   * What becomes of rows on the SVM that the table lacks: `keep`, nothing; `remove`, they are drift, and go. Never of
   * `default`. A create that meets such rows fails and lists them, unless `adopt` is true. If omitted: `keep`. Takes
   * "keep" or "remove".
   */
  unlisted?: pulumi.Input<string | undefined>;
  /**
   * What is left on the array of a row that the table loses: `delete`, nothing; `deny`, a row that refuses every login
   * (guarded). Not for `default`. If omitted: `delete`. Takes "delete" or "deny".
   */
  onRemove?: pulumi.Input<string | undefined>;
}

/**
 * The credentials by which initiators log in to one SVM, as one resource: for thousands of hosts. One per SVM and
 * stack; its id is the SVM's UUID. A row is what an `IscsiCredentials` is, and may not be in both.
 *
 * @example
 * new IscsiCredentialsTable("svm1", {
 *   svm: service.svm,
 *   credentials: {
 *     "iqn.1998-01.com.example:host1": {
 *       authenticationType: "chap",
 *       chap: { inbound: { user: "host1", password: config.requireSecret("host1") } },
 *     },
 *     "iqn.1998-01.com.example:host2": { authenticationType: "none" },
 *   },
 * });
 */
export class IscsiCredentialsTable extends OntapResource {
  /** @internal */
  static readonly __pulumiType = typeToken("IscsiCredentialsTable");

  /** Name of a cluster in `ontap-iscsi:clusters`. */
  declare readonly cluster: pulumi.Output<string | undefined>;
  /** Adopt rows that exist already, instead of failing. */
  declare readonly adopt: pulumi.Output<boolean | undefined>;
  /**
   * Go ahead with changes that cut live sessions, or lock them out at their next login: `true` for all rows, or a list
   * of initiators.
   */
  declare readonly forceDisconnect: pulumi.Output<boolean | string[] | undefined>;
  /** The rows by initiator: an IQN, an EUI or `default`. At most 20,000. Secret as a whole where a program reads it. */
  declare readonly credentials: pulumi.Output<Record<string, IscsiCredentialsRowResult>>;
  /**
   * What becomes of rows on the SVM that the table lacks: `keep`, nothing; `remove`, they are drift, and go. Never of
   * `default`. A create that meets such rows fails and lists them, unless `adopt` is true.
   */
  declare readonly unlisted: pulumi.Output<"keep" | "remove" | undefined>;
  /**
   * What is left on the array of a row that the table loses: `delete`, nothing; `deny`, a row that refuses every login
   * (guarded). Not for `default`.
   */
  declare readonly onRemove: pulumi.Output<"delete" | "deny" | undefined>;
  /** Name of the SVM, as ONTAP has it. */
  declare readonly svmName: pulumi.Output<string>;

  constructor(name: string, args: IscsiCredentialsTableArgs, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: ExistingArgs, opts: ExistingOptions);
  constructor(name: string, args: IscsiCredentialsTableArgs | ExistingArgs, opts: pulumi.CustomResourceOptions = {}) {
    super(SHAPE, name, args, opts);
  }

  /** Reads an existing object without managing it, by its id; any other id is refused. Secrets are not read. */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: ExistingArgs = {},
    opts?: pulumi.CustomResourceOptions,
  ): IscsiCredentialsTable {
    return new IscsiCredentialsTable(name, state, existing(id, opts));
  }

  /** True for IscsiCredentialsTable, even of another copy of this package. */
  static override isInstance(value: unknown): value is IscsiCredentialsTable {
    return isResource(value, SHAPE.type);
  }
}
