import { type Connections, connectionsFrom } from "../../../provider/connection";
import { functions, type PluginFunction } from "../../../provider/functions";
import type { PropertyMap } from "../../../provider/schema/property-map";
import { type SimulatorOptions, startSimulator } from "../../../simulator";
import { TestArray } from "../../array";

/** An array whose functions a test calls. */
export class ArrayOfFunctions extends TestArray {
  static async start(options: SimulatorOptions = {}): Promise<ArrayOfFunctions> {
    return new ArrayOfFunctions(await startSimulator(options));
  }

  /** Calls a function as the plugin does. */
  call(name: string, args: PropertyMap = {}, connections: Connections = this.connections()): Promise<PropertyMap> {
    const found: PluginFunction | undefined = functions.get(name);
    if (found === undefined) {
      throw new Error(`There is no function ${name}`);
    }
    return found.call(connections, args);
  }

  /** The array as the cluster without a name, and what else is configured. */
  connections(more: Readonly<Record<string, string>> = {}): Connections {
    const { url: host, username, password } = this;
    const config: Readonly<Record<string, string>> = { host, username, password, ...more };
    return connectionsFrom((key) => config[key], {});
  }

  /** What a call fails with. Throws where it does not. */
  async failure(name: string, args: PropertyMap, connections?: Connections): Promise<unknown> {
    const result = await this.call(name, args, connections).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    if ("error" in result) {
      return result.error;
    }
    throw new Error(`${name} was expected to fail and returned ${JSON.stringify(result.value)}`);
  }
}
