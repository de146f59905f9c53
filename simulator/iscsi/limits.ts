/** How long an initiator may take, and how many there may be. */
export interface IscsiLimits {
  /** From the connection to the full feature phase, in milliseconds. */
  readonly loginMs: number;
  /** For the rest of a PDU that has begun, and for taking what was sent, in milliseconds. */
  readonly pduMs: number;
  /** Without a PDU in a discovery session, in milliseconds. A normal session may be silent. */
  readonly discoveryMs: number;
  readonly connections: number;
}

/** The limits of a simulator. */
export const defaultLimits: IscsiLimits = { loginMs: 15_000, pduMs: 15_000, discoveryMs: 60_000, connections: 4096 };
