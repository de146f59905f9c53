// Made by `npm run generate` from provider/resources/; change it there.

import type * as pulumi from "@pulumi/pulumi";

/** The SVM, by name, by UUID or by both, which must then agree (2621706). */
export interface SvmArgs {
  /** Name of the SVM. */
  name?: pulumi.Input<string | undefined>;
  /** UUID of the SVM. */
  uuid?: pulumi.Input<string | undefined>;
}

/** The SVM, by name, by UUID or by both, which must then agree (2621706). As recorded. */
export interface SvmResult {
  /** Name of the SVM. */
  name?: string | undefined;
  /** UUID of the SVM. */
  uuid?: string | undefined;
}

/** Properties of the iSCSI target. */
export interface IscsiTargetArgs {
  /**
   * Target alias; `""` clears it. If omitted: ONTAP's to choose (the SVM's name), and never drift. Takes 1 to 128
   * printable characters without spaces, or "" to clear it.
   */
  alias?: pulumi.Input<string | undefined>;
}

/** Properties of the iSCSI target. As recorded. */
export interface IscsiTargetResult {
  /** Target alias; `""` clears it. */
  alias?: string | undefined;
}

/** CHAP users and passwords; with `authenticationType: "chap"` only. */
export interface ChapArgs {
  /** What the initiator presents, and ONTAP checks (`node.session.auth.username` of open-iscsi). */
  inbound: pulumi.Input<ChapUserArgs>;
  /**
   * What ONTAP presents, and the initiator checks (mutual CHAP; `username_in` of open-iscsi). If omitted: none;
   * managed, so that a pair on the array is drift and is removed.
   */
  outbound?: pulumi.Input<ChapUserArgs | undefined>;
}

/** CHAP users and passwords; with `authenticationType: "chap"` only. As recorded. */
export interface ChapResult {
  /** What the initiator presents, and ONTAP checks (`node.session.auth.username` of open-iscsi). */
  inbound: ChapUserResult;
  /** What ONTAP presents, and the initiator checks (mutual CHAP; `username_in` of open-iscsi). */
  outbound?: ChapUserResult | undefined;
}

/** A CHAP user and password. */
export interface ChapUserArgs {
  /** CHAP user. Takes a string of 1 to 128 characters. */
  user: pulumi.Input<string>;
  /**
   * CHAP password. A secret in the state, whatever is passed. Many initiators take 12 to 16 bytes only. Takes a string
   * of 1 to 512 characters, or 0x and an even number of hexadecimal digits.
   */
  password: pulumi.Input<string>;
}

/** A CHAP user and password. As recorded. */
export interface ChapUserResult {
  /** CHAP user. */
  user: string;
  /** CHAP password. A secret in the state, whatever is passed. Many initiators take 12 to 16 bytes only. */
  password?: string | undefined;
}

/**
 * Addresses from which the initiator may connect: any of the ranges or networks. Not for `default`. A list without
 * addresses is refused, so that a computed one never opens the row.
 */
export interface InitiatorAddressArgs {
  /** From `start` to `end`, both included, of one family. */
  ranges?: pulumi.Input<ReadonlyArray<pulumi.Input<AddressRangeArgs>> | undefined>;
  /** Networks. */
  masks?: pulumi.Input<ReadonlyArray<pulumi.Input<AddressMaskArgs>> | undefined>;
}

/**
 * Addresses from which the initiator may connect: any of the ranges or networks. Not for `default`. A list without
 * addresses is refused, so that a computed one never opens the row. As recorded.
 */
export interface InitiatorAddressResult {
  /** From `start` to `end`, both included, of one family. */
  ranges?: AddressRangeResult[] | undefined;
  /** Networks. */
  masks?: AddressMaskResult[] | undefined;
}

/** A range of addresses. */
export interface AddressRangeArgs {
  /** First address. Takes an IPv4 or IPv6 address. */
  start: pulumi.Input<string>;
  /** Last address. Takes an IPv4 or IPv6 address. */
  end: pulumi.Input<string>;
}

/** A range of addresses. As recorded. */
export interface AddressRangeResult {
  /** First address. */
  start: string;
  /** Last address. */
  end: string;
}

/** A network. */
export interface AddressMaskArgs {
  /** An address of the network. Takes an IPv4 or IPv6 address. */
  address: pulumi.Input<string>;
  /**
   * How much of the address is the network. If omitted: 64 for an IPv6 network; an IPv4 network needs one. Takes a
   * prefix length (IPv4 0 to 32, IPv6 1 to 127) or a dotted IPv4 mask.
   */
  netmask?: pulumi.Input<string | number | undefined>;
}

/** A network. As recorded. */
export interface AddressMaskResult {
  /** An address of the network. */
  address: string;
  /** How much of the address is the network. */
  netmask?: string | undefined;
}

/** The credential of one initiator. */
export interface IscsiCredentialsRowArgs {
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

/** The credential of one initiator. As recorded. */
export interface IscsiCredentialsRowResult {
  /** `chap` asks for a user and a password, `none` for nothing, `deny` refuses every login. In any case. */
  authenticationType: "chap" | "none" | "deny";
  /** CHAP users and passwords; with `authenticationType: "chap"` only. */
  chap?: ChapResult | undefined;
  /**
   * Addresses from which the initiator may connect: any of the ranges or networks. Not for `default`. A list without
   * addresses is refused, so that a computed one never opens the row.
   */
  initiatorAddress?: InitiatorAddressResult | undefined;
}
