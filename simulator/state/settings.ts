import type { Role } from "../accounts/role";
import type { User } from "../accounts/user";
import { type Ambiguities, defaultAmbiguities } from "./ambiguities";

/** How the simulator behaves, apart from what it remembers. */
export interface Settings {
  /** Milliseconds that every `/api` request waits before it has any effect. Default 0. */
  latencyMs: number;
  /** Most records on a page, whatever the client asks for. Default 10000. */
  maxPage: number;
  /** Files of the audit log that are kept. Default 34, ONTAP's most. */
  auditFiles: number;
  /** Entries of a file of the audit log, after which the next one begins. Default 1000. */
  auditFileEntries: number;
  /** `asaR2`: services are pre-made, POST and DELETE of them fail with 5376452. Default `unified`. */
  personality: "unified" | "asaR2";
  /** Logins besides the one the simulator was started with. */
  users: readonly User[];
  /** Roles besides those that are built in. */
  roles: readonly Role[];
  /** Named `unknowns` on the control plane. */
  ambiguities: Ambiguities;
}

/** The settings of a fresh simulator. */
export function freshSettings(latencyMs: number): Settings {
  return {
    latencyMs,
    maxPage: 10_000,
    auditFiles: 34,
    auditFileEntries: 1000,
    personality: "unified",
    users: [],
    roles: [],
    ambiguities: defaultAmbiguities,
  };
}
