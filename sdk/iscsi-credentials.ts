import * as pulumi from "@pulumi/pulumi";
import { providerText, typeToken } from "../provider/dynamic/text";
import type { ChapArgs } from "./chap-args";
import { type ExistingArgs, type ExistingOptions, refuseImport, requireArgs } from "./existing";
import { ownSvm } from "./own-svm";
import { secretChap } from "./secret-chap";
import type { SvmArgs } from "./svm-args";

/** Arguments of {@link IscsiCredentials}. */
export interface IscsiCredentialsArgs {
  /** The SVM, by name, by UUID or by both. Another SVM, not another spelling of it, replaces; the old one goes first. */
  svm: pulumi.Input<SvmArgs>;
  /**
   * Initiator name: an IQN (`iqn.1998-01.com.example:host1`), an EUI (`eui.0123456789abcdef`, in either case), or
   * `default` for the row of all initiators without one of their own, which ONTAP makes itself. Another replaces.
   */
  initiator: pulumi.Input<string>;
  /** `chap` asks for a user and a password, `none` for nothing, `deny` refuses every login. In any case. */
  authenticationType: pulumi.Input<string>;
  /** CHAP users; with `authenticationType: "chap"` only. */
  chap?: pulumi.Input<ChapArgs | undefined>;
  /**
   * Addresses from which the initiator may connect. Left out: from everywhere. A list that names no address is refused,
   * so that a computed one never opens the row. Not for `default`.
   */
  initiatorAddress?: pulumi.Input<InitiatorAddressArgs | undefined>;
  /** Name of a cluster in `ontap-iscsi:clusters`. Default: the one that `ontap-iscsi:host` names. Another replaces. */
  cluster?: pulumi.Input<string | undefined>;
  /** Take over the credential where there is one already, instead of failing. Default false; `default` needs none. */
  adopt?: pulumi.Input<boolean | undefined>;
  /** Go ahead with a change that bars live sessions at their next login. Default false. */
  forceDisconnect?: pulumi.Input<boolean | undefined>;
}

/** Addresses from which an initiator may connect: any of the ranges or networks. */
export interface InitiatorAddressArgs {
  /** From `start` to `end`, both included, of one family. */
  ranges?: pulumi.Input<
    ReadonlyArray<pulumi.Input<{ start: pulumi.Input<string>; end: pulumi.Input<string> }>> | undefined
  >;
  /**
   * Networks; `netmask` is a prefix length (IPv4 0 to 32, IPv6 1 to 127) or a dotted IPv4 mask. An IPv6 network without
   * one is a /64; an IPv4 network needs one.
   */
  masks?: pulumi.Input<
    | ReadonlyArray<
        pulumi.Input<{ address: pulumi.Input<string>; netmask?: pulumi.Input<string | number | undefined> }>
      >
    | undefined
  >;
}

/** Addresses from which an initiator may connect, as recorded. */
export interface InitiatorAddressResult {
  ranges?: { start: string; end: string }[];
  masks?: { address: string; netmask: string }[];
}

/** CHAP users, as recorded; secret as a whole where a program reads it. */
export interface ChapResult {
  inbound: { user: string; password?: string };
  outbound?: { user: string; password?: string };
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
export class IscsiCredentials extends pulumi.CustomResource {
  /** @internal */
  static readonly __pulumiType = typeToken("IscsiCredentials");

  /** The SVM as the program gave it. */
  declare readonly svm: pulumi.Output<{ name?: string | undefined; uuid?: string | undefined }>;
  /** The initiator. */
  declare readonly initiator: pulumi.Output<string>;
  /** How the initiator authenticates. */
  declare readonly authenticationType: pulumi.Output<"chap" | "none" | "deny">;
  /** CHAP users and passwords; a secret. */
  declare readonly chap: pulumi.Output<ChapResult | undefined>;
  /** Addresses from which the initiator may connect. */
  declare readonly initiatorAddress: pulumi.Output<InitiatorAddressResult | undefined>;
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

  constructor(name: string, args: IscsiCredentialsArgs, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: ExistingArgs, opts: ExistingOptions);
  constructor(name: string, args: IscsiCredentialsArgs | ExistingArgs, opts: pulumi.CustomResourceOptions = {}) {
    refuseImport("IscsiCredentials", name, opts);
    requireArgs("IscsiCredentials", name, args, ["svm", "initiator", "authenticationType"], opts);
    super(
      IscsiCredentials.__pulumiType,
      name,
      {
        svm: undefined,
        initiator: undefined,
        authenticationType: undefined,
        initiatorAddress: undefined,
        cluster: undefined,
        adopt: undefined,
        forceDisconnect: undefined,
        svmName: undefined,
        svmUuid: undefined,
        ...args,
        chap: args !== undefined && "chap" in args ? secretChap(args.chap) : undefined,
        __provider: providerText("IscsiCredentials"),
      },
      // ONTAP holds one such object: also where a replacement is forced, the old one must go first.
      { deleteBeforeReplace: true, ...opts },
    );
    if (args !== undefined && "svm" in args) {
      this.svm = ownSvm(this.svm, this.svmUuid, args.svm);
    }
  }

  /** Reads an existing credential, by `<SVM's UUID>/<initiator>`; any other id is refused. Passwords are not read. */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: ExistingArgs = {},
    opts: pulumi.CustomResourceOptions = {},
  ): IscsiCredentials {
    return new IscsiCredentials(name, state, { ...opts, id });
  }

  /** True for `IscsiCredentials`, even of another copy of this package. */
  static override isInstance(value: unknown): value is IscsiCredentials {
    return (
      pulumi.CustomResource.isInstance(value) &&
      "__pulumiType" in value &&
      value.__pulumiType === IscsiCredentials.__pulumiType
    );
  }
}
