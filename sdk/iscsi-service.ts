// Made by `npm run generate` from provider/resources/iscsi-service.ts; change it there.

import type * as pulumi from "@pulumi/pulumi";
import { typeToken } from "../provider/dynamic/text";
import type { ExistingArgs, ExistingOptions } from "./existing";
import { existing, isResource, OntapResource, type ResourceShape } from "./ontap-resource";
import type { IscsiTargetArgs, IscsiTargetResult, SvmArgs } from "./types";

const SHAPE: ResourceShape = {
  type: "IscsiService",
  inputs: ["svm", "cluster", "adopt", "forceDisconnect", "enabled", "target"],
  identity: ["svm", "cluster"],
  required: ["svm"],
  secrets: [],
  usualBytes: [],
  outputs: ["svmName", "svmUuid", "targetName"],
};

/** Arguments of {@link IscsiService}. */
export interface IscsiServiceArgs {
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
  /** Whether initiators may log in. Disabling ends every session of the SVM. Default true. */
  enabled?: pulumi.Input<boolean | undefined>;
  /** Properties of the iSCSI target. */
  target?: pulumi.Input<IscsiTargetArgs | undefined>;
}

/**
 * The iSCSI service of an SVM: the target that initiators log in to. One per SVM; its id is the SVM's UUID.
 *
 * @example
 * const iscsi = new IscsiService("svm1", { svm: { name: "svm1" }, target: { alias: "prod" } });
 */
export class IscsiService extends OntapResource {
  /** @internal */
  static readonly __pulumiType = typeToken("IscsiService");

  /** Name of a cluster in `ontap-iscsi:clusters`. */
  declare readonly cluster: pulumi.Output<string | undefined>;
  /** Adopt the object where there is one already, instead of failing. */
  declare readonly adopt: pulumi.Output<boolean | undefined>;
  /** Go ahead with a change that cuts live sessions, or locks them out at their next login. */
  declare readonly forceDisconnect: pulumi.Output<boolean | undefined>;
  /** Whether initiators may log in. Disabling ends every session of the SVM. */
  declare readonly enabled: pulumi.Output<boolean>;
  /** Properties of the iSCSI target. */
  declare readonly target: pulumi.Output<IscsiTargetResult | undefined>;
  /** Name of the SVM, as ONTAP has it. */
  declare readonly svmName: pulumi.Output<string>;
  /** Target name (IQN) that initiators connect to; ONTAP generates it. */
  declare readonly targetName: pulumi.Output<string>;

  constructor(name: string, args: IscsiServiceArgs, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: ExistingArgs, opts: ExistingOptions);
  constructor(name: string, args: IscsiServiceArgs | ExistingArgs, opts: pulumi.CustomResourceOptions = {}) {
    super(SHAPE, name, args, opts);
  }

  /** Reads an existing object without managing it, by its id; any other id is refused. Secrets are not read. */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: ExistingArgs = {},
    opts?: pulumi.CustomResourceOptions,
  ): IscsiService {
    return new IscsiService(name, state, existing(id, opts));
  }

  /** True for IscsiService, even of another copy of this package. */
  static override isInstance(value: unknown): value is IscsiService {
    return isResource(value, SHAPE.type);
  }
}
