/** An object of this package, as entries of the audit log may name it. */
export interface AuditedObject {
  readonly svmUuid: string;
  /** Every name that the SVM is known by; it may have been renamed. */
  readonly svmNames: readonly string[];
  /** Absent for the iSCSI service of the SVM. */
  readonly initiator?: string;
}

/** Fields whose values an operation may set, by ONTAP's names. */
export const credentialFields = [
  "authentication_type",
  "chap.inbound.user",
  "chap.inbound.password",
  "chap.outbound.user",
  "chap.outbound.password",
  "initiator_address.ranges",
  "initiator_address.masks",
] as const;

/** The same of an iSCSI service. */
export const serviceFields = ["enabled", "target.alias", "target.name"] as const;

export type AuditField = (typeof credentialFields)[number] | (typeof serviceFields)[number];

/** Options of the shell's commands, each with the fields that it sets; a password is asked for with its user name. */
export const shellOptions = {
  "auth-type": ["authentication_type"],
  "user-name": ["chap.inbound.user", "chap.inbound.password"],
  password: ["chap.inbound.password"],
  passphrase: ["chap.inbound.password"],
  "outbound-user-name": ["chap.outbound.user", "chap.outbound.password"],
  "outbound-password": ["chap.outbound.password"],
  "outbound-passphrase": ["chap.outbound.password"],
  "initiator-address-ranges": ["initiator_address.ranges", "initiator_address.masks"],
  "address-ranges": ["initiator_address.ranges", "initiator_address.masks"],
  "target-alias": ["target.alias"],
  "target-name": ["target.name"],
  "status-admin": ["enabled"],
} as const satisfies Readonly<Record<string, readonly AuditField[]>>;

export type ShellOption = keyof typeof shellOptions;

/** Commands of the shell below `vserver iscsi security`, each with what it does. */
export const securityCommands = {
  create: "create",
  modify: "modify",
  default: "modify",
  delete: "delete",
  "add-initiator-address-ranges": "modify",
  "remove-initiator-address-ranges": "modify",
} as const;

/** Those below `vserver iscsi`. */
export const serviceCommands = {
  create: "create",
  modify: "modify",
  start: "modify",
  stop: "modify",
  delete: "delete",
} as const;

export type Method = "POST" | "PATCH" | "DELETE";

export type ShellCommand =
  | `vserver iscsi security ${keyof typeof securityCommands}`
  | `vserver iscsi ${keyof typeof serviceCommands}`
  | "vserver delete";

/** What was called, without what it was called with. */
export type AuditCommand =
  | ShellCommand
  | `private CLI: ${ShellCommand}`
  | `${Method} /api/protocols/san/iscsi/${"credentials" | "services"}`
  | "DELETE /api/svm/svms"
  | "an iSCSI operation of ONTAPI";

/** A name of what was given to an operation: a field of REST or an option of the shell. */
export type AuditKey = AuditField | `-${ShellOption}`;

/** Which client named itself in the entry; `other` for one that this package does not know. */
export type AuditClient = "pulumi-ontap-iscsi" | "System Manager" | "other";

/**
 * What an entry of the audit log says was done. Each part is one of a list of words of this package or an object that
 * the reader was given: nothing that was written into the log, such as a password, has a place in it.
 */
export interface AuditOperation<Of extends AuditedObject = AuditedObject> {
  readonly command: AuditCommand;
  readonly action: "create" | "modify" | "delete" | "unknown";
  /** What was given, in the order of the lists above. */
  readonly keys: readonly AuditKey[];
  /** Fields that these keys set. */
  readonly fields: readonly AuditField[];
  /** True where more was given than is known, so that it may have set any field. */
  readonly mayHaveSetMore: boolean;
  /** Absent where no client named itself, as in a shell. */
  readonly client?: AuditClient;
  /** Which of the given objects it can have been about. */
  readonly objects: readonly Of[];
}
