import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { controlPlane } from "../../test/control-plane";

/** The package's command, from the checkout. */
export const COMMAND = resolve(__dirname, "../../bin/ontap-iscsi.js");

interface Start {
  readonly url: string;
  readonly controlUrl: string;
  readonly username: string;
  readonly password: string;
  readonly iscsi: { readonly host: string; readonly port: number };
}

/** What the array holds, as far as the demonstration shows it. */
export interface Holding {
  readonly services: ReadonlyArray<{
    svm: { name: string; uuid?: string };
    enabled: boolean;
    target: { alias?: string; name: string };
  }>;
  readonly credentials: ReadonlyArray<{
    svm: { name: string };
    initiator: string;
    authentication_type: string;
    chap?: { inbound?: { user: string } };
  }>;
  readonly sessions: ReadonlyArray<{ initiator: { name: string } }>;
}

/** The simulated array, as a process of its own. */
export class SimulatedArray {
  private constructor(
    private readonly process: ChildProcess,
    private readonly start: Start,
  ) {}

  static async boot(): Promise<SimulatedArray> {
    const child = spawn(process.execPath, [COMMAND, "simulate", "--iscsi-port", "0"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [line] = await once(createInterface({ input: child.stdout }), "line");
    return new SimulatedArray(child, JSON.parse(String(line)));
  }

  get url(): string {
    return this.start.url;
  }

  /** Where `svm1` takes logins, as the option `--portal`. */
  get portal(): string {
    const { host, port } = this.start.iscsi;
    return `svm1=${host}:${port}`;
  }

  /** Configuration of a stack that manages this array. */
  get config(): Record<string, string | { secret: string }> {
    return {
      "ontap-iscsi:host": this.start.url,
      "ontap-iscsi:username": this.start.username,
      "ontap-iscsi:password": { secret: this.start.password },
    };
  }

  holding(): Promise<Holding> {
    return this.control("GET", "/state");
  }

  /** Calls to the REST API since the last time that this was asked. */
  async calls(): Promise<readonly string[]> {
    const requests: ReadonlyArray<{ method: string; path: string }> = await this.control("GET", "/requests");
    await this.control("DELETE", "/requests");
    return requests.map(({ method, path }) => `${method} ${path.replace("/api/protocols/san/iscsi/", "")}`);
  }

  /** A host logs in with its CHAP user. */
  logIn(initiator: string, iface: string, address: string, user: string, password: string): Promise<unknown> {
    return this.control("POST", "/sessions", { svm: "svm1", initiator, interface: iface, address, user, password });
  }

  /** Every host logs out. */
  logOut(): Promise<unknown> {
    return this.control("DELETE", "/sessions");
  }

  /** Somebody changes the array by hand, past Pulumi. */
  async byHand(path: string, change: object): Promise<void> {
    const login = Buffer.from(`${this.start.username}:${this.start.password}`).toString("base64");
    const response = await fetch(`${this.start.url}/api/protocols/san/iscsi/${path}`, {
      method: "PATCH",
      headers: { Authorization: `Basic ${login}` },
      body: JSON.stringify(change),
    });
    if (!response.ok) {
      throw new Error(`PATCH ${path}: HTTP ${response.status}`);
    }
  }

  shutDown(): void {
    this.process.kill("SIGTERM");
  }

  private control<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    return controlPlane(this.start.controlUrl, method, path, body);
  }
}
