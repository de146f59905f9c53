import { connectionsFrom, type Environment } from "../../../provider/connection";
import { Memory } from "../../../provider/lifecycle/memory";
import type { ProviderContext } from "../../../provider/lifecycle/provider-context";
import type { OntapClient } from "../../../provider/rest";
import { type Simulator, startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { type Spoil, withSpoiledRows } from "../../spoiled-rows";
import type { TinyServer } from "../rest/tiny-server";

/** A simulated array, and the world in which a resource on it lives in this process. */
export class ArrayHarness extends TestArray implements ProviderContext {
  readonly memory = new Memory();
  readonly env: Record<string, string | undefined> = {};
  /** What the user was told. */
  readonly warnings: string[] = [];
  readonly connections: ProviderContext["connections"];

  private constructor(
    array: Simulator,
    private readonly front: TinyServer | undefined,
    private readonly config: ReadonlyMap<string, string>,
  ) {
    super(array);
    this.connections = this.configured().connections;
  }

  /** With `spoil` the provider sees the array's rows as {@link withSpoiledRows} has them. */
  static async start(fixture?: Readonly<Record<string, unknown>>, spoil?: Spoil): Promise<ArrayHarness> {
    const array = await startSimulator(fixture === undefined ? {} : { fixture: JSON.parse(JSON.stringify(fixture)) });
    const front = spoil === undefined ? undefined : await withSpoiledRows(array, spoil);
    const config = new Map([
      ["host", (front ?? array).url],
      ["username", array.username],
      ["password", array.password],
    ]);
    return new ArrayHarness(array, front, config);
  }

  /** The same array for another process, with other keys in the configuration and variables in the environment. */
  configured(keys: Readonly<Record<string, string>> = {}, env: Environment = {}): ProviderContext {
    const config = new Map([...this.config, ...Object.entries(keys)]);
    const connections = connectionsFrom(
      Object.assign((key: string) => config.get(key), { keys: () => [...config.keys()] }),
      env,
    );
    return { memory: new Memory(), env, connections, warn: (text) => this.warn(text) };
  }

  get ontap(): OntapClient {
    return this.connections.client();
  }

  warn(text: string): void {
    this.warnings.push(text);
  }

  /** With their objects, since lists and reads of one object are told apart here. */
  override calls(of: "collections" | "objects" = "objects"): Promise<readonly string[]> {
    return super.calls(of);
  }

  async stop(): Promise<void> {
    await this.front?.close();
    await this.close();
  }
}
