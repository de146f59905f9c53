import { isDeepStrictEqual } from "node:util";
import { type Simulator, startSimulator } from "../../simulator";
import { askControlPlane, controlPlane } from "../../test/control-plane";
import { HOST, SVM1, SVM2 } from "../../test/names";

const FIXTURE = {
  svms: [
    { name: "svm1", uuid: SVM1 },
    { name: "svm2", uuid: SVM2 },
  ],
  interfaces: [{ svm: { name: "svm1" }, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
  services: [{ svm: { name: "svm1" }, enabled: true }],
  credentials: [{ svm: { name: "svm1" }, initiator: HOST, authentication_type: "none" }],
};

/** A simulator, and whether it is still what it was. */
export class AttackedCluster {
  #state: unknown;

  private constructor(
    private readonly simulator: Simulator,
    /** What it logged as its own failures. */
    private readonly crashes: string[],
  ) {}

  static async start(): Promise<AttackedCluster> {
    const crashes: string[] = [];
    const log = (line: string): void => {
      if (/ failed: /.test(line)) {
        crashes.push(line);
      }
    };
    const cluster = new AttackedCluster(await startSimulator({ fixture: FIXTURE, log }), crashes);
    cluster.#state = await cluster.state();
    return cluster;
  }

  get url(): string {
    return this.simulator.url;
  }

  get authorization(): string {
    const { username, password } = this.simulator;
    return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  }

  close(): Promise<void> {
    return this.simulator.close();
  }

  /** What it logged as its own failures since it was last asked. */
  takeCrashes(): readonly string[] {
    return this.crashes.splice(0);
  }

  /** True where its state is another than when it was started. Fails where it does not serve any more. */
  async hasChanged(): Promise<boolean> {
    return !isDeepStrictEqual(await this.state(), this.#state);
  }

  /** Why it would not take its own state back; undefined where it does. */
  async refusesItself(): Promise<string | undefined> {
    const { status, text } = await askControlPlane(this.simulator.controlUrl, "PUT", "/state", await this.state());
    return status === 200 ? undefined : `${status} ${text}`;
  }

  private state(): Promise<unknown> {
    return controlPlane(this.simulator.controlUrl, "GET", "/state");
  }
}
