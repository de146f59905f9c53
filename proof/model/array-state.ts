/** An SVM, the service on it or the row of it, as the array shows it; by UUID, never by name. */
export interface Svm {
  readonly uuid: string;
  readonly name: string;
}

export interface ServiceObject {
  readonly enabled: boolean;
  /** `""` where it is cleared. */
  readonly alias: string;
}

export interface UserAndPassword {
  readonly user: string;
  readonly password: string;
}

/** A credential. */
export interface RowObject {
  readonly type: string;
  readonly inbound: UserAndPassword | undefined;
  readonly outbound: UserAndPassword | undefined;
  /** Networks and ranges as text, sorted; none for any address. */
  readonly addresses: readonly string[];
}

export interface Session {
  readonly svm: string;
  readonly initiator: string;
  /** Portal group and TSIH, which tell it from all others. */
  readonly key: string;
  readonly addresses: readonly string[];
  readonly authentication: readonly string[];
}

/** What is on the array. Ids are those of resources: an SVM's UUID, and with an initiator for a row. */
export interface ArrayState {
  readonly svms: readonly Svm[];
  readonly services: ReadonlyMap<string, ServiceObject>;
  readonly rows: ReadonlyMap<string, RowObject>;
  readonly sessions: readonly Session[];
}

/** The simulator's state, as far as the model looks into it. */
export interface WireState {
  readonly svms: readonly Svm[];
  readonly services: ReadonlyArray<{
    readonly svm: Svm;
    readonly enabled: boolean;
    readonly target?: { readonly alias?: string };
  }>;
  readonly credentials: ReadonlyArray<{
    readonly svm: Svm;
    readonly initiator: string;
    readonly authentication_type: string;
    readonly chap?: { readonly inbound?: UserAndPassword; readonly outbound?: UserAndPassword };
    readonly initiator_address?: {
      readonly ranges?: ReadonlyArray<{ readonly start: string; readonly end: string }>;
      readonly masks?: ReadonlyArray<{ readonly address: string; readonly netmask?: string }>;
    };
  }>;
  readonly sessions: ReadonlyArray<{
    readonly svm: Svm;
    readonly target_portal_group: string;
    readonly tsih: number;
    readonly initiator: { readonly name: string };
    readonly connections: ReadonlyArray<{
      readonly authentication_type: string;
      readonly initiator_address: { readonly address: string };
    }>;
  }>;
}

export function arrayState({ svms, services, credentials, sessions }: WireState): ArrayState {
  return {
    svms,
    services: new Map(services.map(({ svm, enabled, target }) => [svm.uuid, { enabled, alias: target?.alias ?? "" }])),
    rows: new Map(
      credentials.map(({ svm, initiator, authentication_type: type, chap, initiator_address: list }) => [
        `${svm.uuid}/${initiator}`,
        { type, inbound: chap?.inbound, outbound: chap?.outbound, addresses: addressTexts(list ?? {}) },
      ]),
    ),
    sessions: sessions.map(({ svm, target_portal_group: group, tsih, initiator, connections }) => ({
      svm: svm.uuid,
      initiator: initiator.name,
      key: `${svm.uuid}/${group}/${tsih}`,
      addresses: connections.map((connection) => connection.initiator_address.address),
      authentication: connections.map((connection) => connection.authentication_type),
    })),
  };
}

/** An address list as texts: `10.0.0.0/24`, `10.0.0.1-10.0.0.9`. */
export function addressTexts({
  ranges = [],
  masks = [],
}: NonNullable<WireState["credentials"][number]["initiator_address"]>): readonly string[] {
  return [
    ...ranges.map(({ start, end }) => `${start}-${end}`),
    ...masks.map(({ address, netmask }) => `${address}/${netmask}`),
  ].sort();
}

/** The opposite, of a credential. */
export function wireRow({ type, inbound, outbound, addresses }: RowObject): object {
  const list = {
    ranges: addresses.flatMap((text) => {
      const [start, end] = text.split("-");
      return end === undefined ? [] : [{ start, end }];
    }),
    masks: addresses.flatMap((text) => {
      const [address, netmask] = text.split("/");
      return netmask === undefined ? [] : [{ address, netmask }];
    }),
  };
  return {
    authentication_type: type,
    ...(type === "chap" ? { chap: { inbound, ...(outbound === undefined ? {} : { outbound }) } } : {}),
    ...(addresses.length === 0 ? {} : { initiator_address: list }),
  };
}

/** The object with that id; undefined where there is none. */
export function objectAt(array: ArrayState, id: string): ServiceObject | RowObject | undefined {
  return id.includes("/") ? array.rows.get(id) : array.services.get(id);
}

/** UUID of the SVM of an object. */
export function svmOf(id: string): string {
  return id.split("/", 1).join("");
}
