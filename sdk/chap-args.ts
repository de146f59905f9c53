import type * as pulumi from "@pulumi/pulumi";

/** CHAP users in both directions. */
export interface ChapArgs {
  /** By which ONTAP authenticates the initiator. */
  inbound: pulumi.Input<ChapUserArgs>;
  /** By which the initiator authenticates ONTAP (mutual CHAP). Left out: none. */
  outbound?: pulumi.Input<ChapUserArgs | undefined>;
}

/** A CHAP user. */
export interface ChapUserArgs {
  /** 1 to 128 characters. */
  user: pulumi.Input<string>;
  /**
   * 1 to 512 characters, or `0x` and an even number of hexadecimal digits. A secret in the state, whatever is passed.
   * ONTAP never shows it, so a change behind Pulumi's back cannot be seen. Many initiators take 12 to 16 bytes only.
   */
  password: pulumi.Input<string>;
}
