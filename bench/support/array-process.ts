import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { controlPlane } from "../../test/control-plane";
import { COMMAND } from "../../tools/demo/array";

interface Started {
  readonly url: string;
  readonly controlUrl: string;
  readonly username: string;
  readonly password: string;
}

/** What an array counted. */
export interface ArrayStats {
  readonly requests: number;
  readonly writes: number;
  readonly maxInFlight: number;
}

/** State of an array, a list of records by collection. */
export type ArrayState = Readonly<Record<string, unknown>>;

/** A simulated array in a process of its own, so that its time is in nobody else's. */
export class ArrayProcess {
  private constructor(
    private readonly process: ChildProcess,
    private readonly started: Started,
  ) {}

  static async start(): Promise<ArrayProcess> {
    // Its log goes nowhere: at a thousand requests a second, writing it would be part of the figures.
    const child = spawn(process.execPath, [COMMAND, "simulate"], { stdio: ["ignore", "pipe", "ignore"] });
    const [line] = await once(createInterface({ input: child.stdout }), "line");
    return new ArrayProcess(child, JSON.parse(String(line)));
  }

  /** The environment in which a command finds it. */
  get env(): NodeJS.ProcessEnv {
    const { url, username, password } = this.started;
    return { ONTAP_HOST: url, ONTAP_USERNAME: username, ONTAP_PASSWORD: password };
  }

  /** The configuration of a stack that manages it. */
  get config(): Record<string, string | { secret: string }> {
    const { url, username, password } = this.started;
    return {
      "ontap-iscsi:host": url,
      "ontap-iscsi:username": username,
      "ontap-iscsi:password": { secret: password },
    };
  }

  /** Time that it takes for each request from now on, in milliseconds. */
  async setLatency(latencyMs: number): Promise<void> {
    await this.control("PUT", "/settings", { latencyMs });
  }

  state(): Promise<ArrayState> {
    return this.control("GET", "/state");
  }

  async setState(state: ArrayState): Promise<void> {
    await this.control("PUT", "/state", state);
  }

  /** What it counted since `forget`. */
  stats(): Promise<ArrayStats> {
    return this.control("GET", "/stats");
  }

  /** The URL of every request since `forget`. */
  async requested(): Promise<string[]> {
    const requests = await this.control<{ path: string; query: string }[]>("GET", "/requests");
    return requests.map(({ path, query }) => `${this.started.url}${path}${query === "" ? "" : `?${query}`}`);
  }

  /** From the arrival of the first write of a credential since that time to the end of the last, in milliseconds. */
  async writesTook(since: Date): Promise<number> {
    const requests = await this.control<{ method: string; path: string; at: string; ms: number }[]>("GET", "/requests");
    const writes = requests
      .filter(({ method, path }) => method !== "GET" && path.includes("/credentials"))
      .map(({ at, ms }) => ({ begun: Date.parse(at), ms }))
      .filter(({ begun }) => begun >= since.getTime());
    return Math.max(...writes.map(({ begun, ms }) => begun + ms)) - Math.min(...writes.map(({ begun }) => begun));
  }

  /** Begins to count again. */
  async forget(): Promise<void> {
    await this.control("DELETE", "/requests");
  }

  async stop(): Promise<void> {
    const ended = once(this.process, "exit");
    this.process.kill("SIGTERM");
    await ended;
  }

  private control<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    return controlPlane(this.started.controlUrl, method, path, body);
  }
}
