import { type Ambiguities, defaultAmbiguities } from "./ambiguities";

/** What a user may do: `admin` all, `readonly` only look, `vsadmin` all but ask about the cluster and its jobs. */
export const roles = ["admin", "readonly", "vsadmin"] as const;
export type Role = (typeof roles)[number];

/** A login. */
export interface User {
  readonly name: string;
  readonly password: string;
  readonly role: Role;
  /** Name of the SVM that a `vsadmin` is confined to. */
  readonly svm?: string;
}

/** How the simulator behaves, apart from what it remembers. */
export interface Settings {
  /** Milliseconds that every `/api` request waits before it has any effect. Default 0. */
  latencyMs: number;
  /** Most records on a page, whatever the client asks for. Default 10000. */
  maxPage: number;
  /** `asaR2`: services are pre-made, POST and DELETE of them fail with 5376452. Default `unified`. */
  personality: "unified" | "asaR2";
  /** Logins beside the one the simulator was started with. */
  users: readonly User[];
  unknowns: Ambiguities;
}

/** The settings of a fresh simulator. */
export function freshSettings(latencyMs: number): Settings {
  return { latencyMs, maxPage: 10_000, personality: "unified", users: [], unknowns: defaultAmbiguities };
}
