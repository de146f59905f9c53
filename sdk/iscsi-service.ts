import * as pulumi from "@pulumi/pulumi";
import { providerText, typeToken } from "../provider/dynamic/text";
import { type ExistingArgs, type ExistingOptions, refuseImport, requireArgs } from "./existing";
import { ownSvm } from "./own-svm";
import type { SvmArgs } from "./svm-args";

/** Arguments of an {@link IscsiService}. */
export interface IscsiServiceArgs {
  /** The SVM, by name, by UUID or by both. Another SVM, not another spelling of it, replaces; the old one goes first. */
  svm: pulumi.Input<SvmArgs>;
  /** Whether initiators may log in. Default true. Disabling ends every session of the SVM (guarded). */
  enabled?: pulumi.Input<boolean | undefined>;
  /** Properties of the iSCSI target. */
  target?: pulumi.Input<IscsiTargetArgs | undefined>;
  /** Name of a cluster in `ontap-iscsi:clusters`. Default: the one that `ontap-iscsi:host` names. Another replaces. */
  cluster?: pulumi.Input<string | undefined>;
  /** Take over the service where the SVM has one already, instead of failing. Default false. */
  adopt?: pulumi.Input<boolean | undefined>;
  /** Go ahead with a change that cuts live sessions. Default false. */
  forceDisconnect?: pulumi.Input<boolean | undefined>;
}

/** Properties of the iSCSI target. */
export interface IscsiTargetArgs {
  /**
   * Target alias: 1 to 128 printable characters without spaces; `""` clears it. Left out it is ONTAP's to choose (the
   * SVM's name) and never drift.
   */
  alias?: pulumi.Input<string | undefined>;
}

/**
 * The iSCSI service of an SVM: the target that initiators log in to. One per SVM; its id is the SVM's UUID.
 *
 * @example
 * const service = new IscsiService("svm1", { svm: { name: "svm1" }, target: { alias: "prod" } });
 */
export class IscsiService extends pulumi.CustomResource {
  /** @internal */
  static readonly __pulumiType = typeToken("IscsiService");

  /** The SVM as the program gave it. */
  declare readonly svm: pulumi.Output<{ name?: string | undefined; uuid?: string | undefined }>;
  /** Whether initiators may log in. */
  declare readonly enabled: pulumi.Output<boolean>;
  /** Properties of the target, as the program gave them. */
  declare readonly target: pulumi.Output<{ alias?: string } | undefined>;
  /** Name of the cluster, as the program gave it. */
  declare readonly cluster: pulumi.Output<string | undefined>;
  /** As the program gave it. */
  declare readonly adopt: pulumi.Output<boolean | undefined>;
  /** As the program gave it. */
  declare readonly forceDisconnect: pulumi.Output<boolean | undefined>;
  /** Name of the SVM, as ONTAP has it. */
  declare readonly svmName: pulumi.Output<string>;
  /** UUID of the SVM. */
  declare readonly svmUuid: pulumi.Output<string>;
  /** Target name (IQN) that initiators connect to; ONTAP generates it. */
  declare readonly targetName: pulumi.Output<string>;

  constructor(name: string, args: IscsiServiceArgs, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: ExistingArgs, opts: ExistingOptions);
  constructor(name: string, args: IscsiServiceArgs | ExistingArgs, opts: pulumi.CustomResourceOptions = {}) {
    refuseImport("IscsiService", name, opts);
    requireArgs("IscsiService", name, args, ["svm"], opts);
    super(
      IscsiService.__pulumiType,
      name,
      {
        svm: undefined,
        enabled: undefined,
        target: undefined,
        cluster: undefined,
        adopt: undefined,
        forceDisconnect: undefined,
        svmName: undefined,
        svmUuid: undefined,
        targetName: undefined,
        ...args,
        __provider: providerText("IscsiService"),
      },
      // ONTAP holds one such object: also where a replacement is forced, the old one must go first.
      { deleteBeforeReplace: true, ...opts },
    );
    if (args !== undefined && "svm" in args) {
      this.svm = ownSvm(this.svm, this.svmUuid, args.svm);
    }
  }

  /** Reads an existing service, by the UUID of its SVM; any other id is refused. */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: ExistingArgs = {},
    opts: pulumi.CustomResourceOptions = {},
  ): IscsiService {
    return new IscsiService(name, state, { ...opts, id });
  }

  /** True for an `IscsiService`, even of another copy of this package. */
  static override isInstance(value: unknown): value is IscsiService {
    return (
      pulumi.CustomResource.isInstance(value) &&
      "__pulumiType" in value &&
      value.__pulumiType === IscsiService.__pulumiType
    );
  }
}
