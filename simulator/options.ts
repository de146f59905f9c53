import type { WireRecord } from "./wire/json";

/** How to start a simulator. Each option but `log` is also one of `ontap-iscsi simulate`. */
export interface SimulatorOptions {
  /** Address to listen on. Default `127.0.0.1`. */
  readonly host?: string;
  /** Port to listen on, 0 for any free one. Default 0. */
  readonly port?: number;
  /** Port on which initiators log in, 0 for any free one; on the same host. Default: none is opened. */
  readonly iscsiPort?: number;
  /** HTTPS with a certificate made at start, whose authority is `caCertificate` of the result. Default false. */
  readonly tls?: boolean;
  /** Name of the user with all rights. Default `admin`. */
  readonly username?: string;
  /** That user's password. Default: a random one, in `password` of the result. */
  readonly password?: string;
  /** The state to start with, or the path of a JSON file with it. Default: `svm1` and `svm2`, two interfaces each. */
  readonly fixture?: WireRecord | string;
  /** ONTAP release to emulate. Default: that of the fixture, or `9.16.1`. */
  readonly ontapVersion?: string;
  /** Milliseconds that every `/api` request takes. Default 0. */
  readonly latencyMs?: number;
  /** Takes the lines of the simulator's log. Default: they are dropped. */
  readonly log?: (line: string) => void;
}
