/** A storage virtual machine. */
export interface Svm {
  readonly uuid: string;
  readonly name: string;
  readonly state: SvmState;
  readonly subtype: SvmSubtype;
  /** False: iSCSI may not be set up here (2621507). */
  readonly iscsiAllowed: boolean;
  /** True: configured for NVMe, which rules iSCSI out (5373966). */
  readonly nvmeEnabled: boolean;
}

/** States of an SVM; only a running one takes a new service or a login. */
export const svmStates = ["starting", "running", "stopping", "stopped", "deleting", "initializing"] as const;
export type SvmState = (typeof svmStates)[number];

/** What an SVM is for. */
export const svmSubtypes = ["default", "dp_destination", "sync_source", "sync_destination", "data_engine"] as const;
export type SvmSubtype = (typeof svmSubtypes)[number];

/** An SVM's iSCSI service; there is at most one. */
export interface Service {
  readonly svm: Svm;
  readonly enabled: boolean;
  /** Empty: cleared, and left out of answers. */
  readonly alias: string;
  readonly targetName: string;
}

/** How an initiator proves who it is. */
export const authenticationTypes = ["chap", "none", "deny"] as const;
export type AuthenticationType = (typeof authenticationTypes)[number];

/** One direction of CHAP. The password is missing only where a fixture was pasted from a GET, which never shows it. */
export interface ChapPair {
  readonly user: string;
  readonly password?: string;
}

/** Addresses from `start` to `end`, both included. */
export interface AddressRange {
  readonly start: string;
  readonly end: string;
}

/** A network; the netmask is a prefix length. */
export interface AddressMask {
  readonly address: string;
  readonly netmask: string;
}

/** A credential row; `default` as initiator stands for all that have no row of their own. */
export interface Credential {
  readonly svm: Svm;
  readonly initiator: string;
  readonly authenticationType: AuthenticationType;
  readonly inbound?: ChapPair;
  readonly outbound?: ChapPair;
  /** Together with `masks`: where the initiator may log in from. Both empty: from anywhere. */
  readonly ranges: readonly AddressRange[];
  readonly masks: readonly AddressMask[];
}

/** A network interface that speaks iSCSI; each is a target portal group of its own. */
export interface Interface {
  readonly svm: Svm;
  readonly uuid: string;
  readonly name: string;
  readonly address: string;
  readonly enabled: boolean;
  /** Whether initiators can reach it. */
  readonly state: "up" | "down";
  readonly services: readonly string[];
  readonly targetPortalGroupTag: number;
}

/** A member of an initiator group. */
export interface IgroupInitiator {
  readonly name: string;
  readonly comment?: string;
}

/** An initiator group. */
export interface Igroup {
  readonly svm: Svm;
  readonly uuid: string;
  readonly name: string;
  readonly initiators: readonly IgroupInitiator[];
}

/** A TCP connection of a session. */
export interface Connection {
  readonly cid: number;
  readonly authenticationType: "chap" | "none";
  readonly initiatorAddress: { readonly address: string; readonly port: number };
  readonly interface: { readonly name: string; readonly uuid: string; readonly address: string; readonly port: number };
}

/** A logged-in initiator. */
export interface Session {
  readonly svm: Svm;
  readonly targetPortalGroup: string;
  readonly tsih: number;
  /** Missing only in a session that a fixture gives without one. */
  readonly initiator?: { readonly name: string; readonly alias?: string; readonly comment?: string };
  readonly isid: string;
  readonly targetPortalGroupTag: number;
  readonly connections: readonly Connection[];
  /** Given by a fixture; otherwise the groups that hold the initiator's name. */
  readonly igroups?: readonly { readonly uuid: string; readonly name: string }[];
}

/** An ONTAP release. */
export interface OntapVersion {
  readonly generation: number;
  readonly major: number;
  readonly minor: number;
}
