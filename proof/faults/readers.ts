import * as pulumi from "@pulumi/pulumi";
import { startSimulator } from "../../simulator";
import { TestArray } from "../../test/array";
import { PluginHost } from "../../test/engine/plugin-host";
import { type DataFunction, NOW, readArray } from "./data-functions";
import { PATIENT_MS } from "./kinds";

/** What a read gave, as JSON, or the message that it failed with. */
export type Answer = { readonly value: string } | { readonly error: string };

/** Calls data functions of one array, each in a run of its own. */
export interface Reader {
  readonly array: TestArray;
  read(called: DataFunction, timeoutMs?: number): Promise<Answer>;
}

/** Starts arrays for readers; `stop` ends them. */
export async function readersOf(
  side: "program" | "plugin",
  count: number,
): Promise<{ readonly readers: readonly Reader[]; stop(): Promise<void> }> {
  const arrays = await Promise.all(Array.from({ length: count }, arrayToRead));
  const plugin = side === "plugin" ? await PluginHost.start({ args: { host: "127.0.0.1:9" } }) : undefined;
  const readers = plugin === undefined ? programReaders(arrays) : arrays.map((array) => pluginReader(array, plugin));
  return {
    readers,
    async stop() {
      await plugin?.stop();
      await Promise.all(arrays.map((array) => array.close()));
    },
  };
}

async function arrayToRead(): Promise<TestArray> {
  const array = new TestArray(await startSimulator());
  await array.control("PUT", "/state", readArray);
  return array;
}

/**
 * Readers in this process, as in a program: each has a cluster of its own, and each read a client of its own, as another
 * program would. A client is known by its settings, so a timeout that is longer by a millisecond makes another one.
 */
function programReaders(arrays: readonly TestArray[]): readonly Reader[] {
  const clusters: Record<string, object> = {};
  let reads = 0;
  return arrays.map((array, index) => {
    const cluster = `reader${index + 1}`;
    const { url: host, username, password } = array;
    return {
      array,
      read(called, timeoutMs = PATIENT_MS) {
        reads += 1;
        clusters[cluster] = { host, username, password, timeoutMs: timeoutMs + (reads % 500) };
        pulumi.runtime.setAllConfig({ "ontap-iscsi:clusters": JSON.stringify(clusters) });
        return answerOf(array, () => called.inProgram(cluster));
      },
    };
  });
}

function pluginReader(array: TestArray, plugin: PluginHost): Reader {
  const { url: host, username, password } = array;
  return {
    array,
    async read({ name, ofPlugin = {} }, timeoutMs = PATIENT_MS) {
      const run = await plugin.session({ args: { host, username, password, timeoutMs: String(timeoutMs) } });
      try {
        return await answerOf(array, () => run.invoke(name, ofPlugin));
      } finally {
        await run.stop();
      }
    },
  };
}

async function answerOf(array: TestArray, read: () => Promise<unknown>): Promise<Answer> {
  await array.control("PUT", "/clock", { now: NOW });
  try {
    return { value: JSON.stringify(await read()) ?? "undefined" };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
