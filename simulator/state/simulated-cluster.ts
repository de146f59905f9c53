import type { User } from "../accounts/user";
import type { AuditLog } from "./audit-log";
import type { Clock } from "./clock";
import type { Jobs } from "./jobs";
import type { Settings } from "./settings";
import type { Store } from "./store";

/** One simulated cluster with everything that a request may look at. */
export interface SimulatedCluster {
  /** Replaced as a whole by `PUT /state`. */
  store: Store;
  readonly settings: Settings;
  /** The login the simulator was started with; its role is `admin`. */
  readonly owner: User;
  readonly clock: Clock;
  readonly jobs: Jobs;
  /** Stays when the state is replaced. */
  readonly auditLog: AuditLog;
}
