import { connectionsFrom } from "../../../provider/connection";
import { Memory } from "../../../provider/lifecycle/memory";
import type { ProviderContext } from "../../../provider/lifecycle/provider-context";
import type { OntapClient } from "../../../provider/rest";
import { type Simulator, startSimulator } from "../../../simulator";
import { controlPlane } from "../../control-plane";
import { type Spoil, withSpoiledRows } from "../../spoiled-rows";
import type { TinyServer } from "../rest/tiny-server";

/** UUIDs of the simulator's SVMs svm1 and svm2. */
export const SVM1 = "19d04b8e-94d7-11e8-8370-005056b48fd2";
export const SVM2 = "25f617cf-94d7-11e8-8370-005056b48fd2";

/** A simulated array, and the world in which a resource on it lives in this process. */
export class ArrayHarness implements ProviderContext {
  readonly memory = new Memory();
  readonly env: Record<string, string | undefined> = {};
  /** What the user was told. */
  readonly warnings: string[] = [];

  private constructor(
    private readonly array: Simulator,
    private readonly front: TinyServer | undefined,
    readonly connections: ProviderContext["connections"],
  ) {}

  /** With `spoil` the provider sees the array's rows as {@link withSpoiledRows} has them. */
  static async start(fixture?: Readonly<Record<string, unknown>>, spoil?: Spoil): Promise<ArrayHarness> {
    const array = await startSimulator(fixture === undefined ? {} : { fixture: JSON.parse(JSON.stringify(fixture)) });
    const front = spoil === undefined ? undefined : await withSpoiledRows(array, spoil);
    const config = new Map([
      ["host", (front ?? array).url],
      ["username", array.username],
      ["password", array.password],
    ]);
    return new ArrayHarness(
      array,
      front,
      connectionsFrom((key) => config.get(key), {}),
    );
  }

  get ontap(): OntapClient {
    return this.connections.client();
  }

  warn(text: string): void {
    this.warnings.push(text);
  }

  /** Requests since the last call, as `GET services/<uuid>`. */
  async calls(): Promise<readonly string[]> {
    const requests = await this.control<{ method: string; path: string }[]>("GET", "/requests");
    await this.control("DELETE", "/requests");
    return requests.map(({ method, path }) => `${method} ${path.replace("/api/protocols/san/iscsi/", "")}`);
  }

  /** Speaks to the simulator's control plane. */
  control<Answer = unknown>(method: string, path: string, body?: unknown): Promise<Answer> {
    return controlPlane(this.array.controlUrl, method, path, body);
  }

  async stop(): Promise<void> {
    await this.front?.close();
    await this.array.close();
  }
}
