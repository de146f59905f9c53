import type { Clock } from "./clock";
import type { Faults } from "./faults/faults";
import type { Jobs } from "./jobs";
import type { RequestLog } from "./request-log";
import type { Settings, User } from "./settings";
import type { Store } from "./state/store";

/** One simulated cluster with everything that a request may look at. */
export interface World {
  /** Replaced as a whole by `PUT /state`. */
  store: Store;
  readonly settings: Settings;
  /** The login the simulator was started with; its role is `admin`. */
  readonly owner: User;
  readonly clock: Clock;
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly jobs: Jobs;
}
