import { DynamicFront, type Front, PluginFront } from "../support/provider-front";
import { SimulatedArray } from "./simulated-array";
import { World } from "./world";

/** What was run so far, in all lanes. */
export interface Tally {
  commands: number;
  sequences: number;
}

/** An array and a provider on which sequences run one after the other. */
export class Lane {
  private constructor(
    private readonly array: SimulatedArray,
    private readonly front: Front,
    /** What a program of today can say and the build does not know. */
    private readonly unsupported: ReadonlySet<string>,
    private readonly tally: Tally,
  ) {}

  /** @param dist folder of the build; undefined to drive this checkout's plugin */
  static async start(dist: string | undefined, tally: Tally): Promise<Lane> {
    const array = await SimulatedArray.start();
    const settings = { host: array.url, username: array.username, password: array.password };
    const front = dist === undefined ? await PluginFront.start(settings) : await DynamicFront.start(dist, settings);
    return new Lane(array, front, await unsupportedBy(front), tally);
  }

  /**
   * Runs a sequence, on an array without anything but SVMs.
   *
   * @param unknowns answers to what the documents leave open
   */
  async run(unknowns: Readonly<Record<string, unknown>>, act: (world: World) => Promise<void>): Promise<void> {
    const world = await World.start(this.array, this.front, this.unsupported, unknowns);
    try {
      await act(world);
    } finally {
      this.tally.commands += world.trail.length;
      this.tally.sequences += 1;
    }
  }

  async stop(): Promise<void> {
    await this.front.stop();
    await this.array.close();
  }
}

async function unsupportedBy(front: Front): Promise<ReadonlySet<string>> {
  await front.begin({});
  const row = { svm: { name: "svm1" }, initiator: "iqn.1998-01.com.example:host1", authenticationType: "none" };
  const { failures } = await front.host.check(
    "IscsiCredentials",
    front.sent("IscsiCredentials", {}),
    front.sent("IscsiCredentials", { ...row, onRemove: "deny" }),
  );
  return new Set(failures.length === 0 ? [] : ["onRemove"]);
}
