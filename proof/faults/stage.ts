import { startSimulator } from "../../simulator";
import { type LoggedRequest, TestArray } from "../../test/array";
import type { Front } from "../../test/provider/provider-harness";
import { type ArrayObjects, objectsOn } from "../support/array-comparison";
import type { ArrayState } from "../support/array-state";
import { EngineOrder, type ProviderRun } from "../support/engine-order";
import type { StackState } from "../support/program";
import { type ProviderProcess, providerProcess } from "../support/provider-processes";
import { PATIENT_MS } from "./kinds";
import type { Command } from "./operations";

/** What a stack and its array are at some moment. */
export interface Scene {
  readonly array: ArrayState;
  readonly objects: ArrayObjects;
  readonly state: StackState;
}

/** What a command left. */
export interface Performed extends Scene {
  readonly requests: readonly LoggedRequest[];
  /** Message of what it failed with, without the array's address; undefined where it went well. */
  readonly failure: string | undefined;
}

/** An array, and a provider that runs on it: one case at a time. */
export class Stage {
  private constructor(
    readonly front: Front,
    readonly array: TestArray,
    private readonly process: ProviderProcess,
  ) {}

  /** Several of one front; those of the plugin share a process. */
  static async start(front: Front, count: number): Promise<readonly Stage[]> {
    const shared = front === "plugin" ? providerProcess(front) : undefined;
    return Promise.all(
      Array.from({ length: count }, async () => {
        const array = new TestArray(await startSimulator());
        return new Stage(front, array, await (shared ?? providerProcess(front)));
      }),
    );
  }

  static async stop(stages: readonly Stage[]): Promise<void> {
    await Promise.all([...new Set(stages.map(({ process }) => process))].map((process) => process.stop()));
    await Promise.all(stages.map(({ array }) => array.close()));
  }

  /** Makes the array what it is in the scene, without faults. */
  async set(array: ArrayState): Promise<void> {
    await this.array.control("DELETE", "/faults");
    await this.array.control("PUT", "/state", array);
  }

  /** Puts a fault rule in force. */
  async fault(rule: Readonly<Record<string, unknown>>): Promise<void> {
    await this.array.control("POST", "/faults", rule);
  }

  /** Does what the engine does for a command, in a run of its own. */
  async perform(command: Command, state: StackState, timeoutMs = PATIENT_MS): Promise<Performed> {
    await this.array.control("DELETE", "/requests");
    const engine = new EngineOrder(state);
    const failure = await this.inRun((run) => carryOut(engine, run, command), timeoutMs).then(
      () => undefined,
      (error: unknown) => this.#messageOf(error),
    );
    return { ...(await this.scene(engine.state)), requests: await this.array.everyRequest(), failure };
  }

  /** Works with a provider as in a process of its own. */
  async inRun<T>(work: (run: ProviderRun) => Promise<T>, timeoutMs = PATIENT_MS): Promise<T> {
    const { url: host, username, password } = this.array;
    const run = await this.process.begin({ host, username, password, timeoutMs: String(timeoutMs) });
    try {
      return await work(run);
    } finally {
      await run.end();
    }
  }

  async scene(state: StackState): Promise<Scene> {
    const array = await this.array.control<ArrayState>("GET", "/state");
    return { array, objects: objectsOn(array), state };
  }

  #messageOf(error: unknown): string {
    return (error instanceof Error ? error.message : String(error)).replaceAll(this.array.url, "ARRAY");
  }
}

function carryOut(engine: EngineOrder, run: ProviderRun, command: Command): Promise<void> {
  switch (command.kind) {
    case "up":
      return engine.up(run, command.program);
    case "refresh":
      return engine.refresh(run);
    case "destroy":
      return engine.destroy(run);
    case "get":
      return engine.get(run, command.resource, command.id);
  }
}
