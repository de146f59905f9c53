import { ArrayProcess, type ArrayState } from "./array-process";
import { HostsStack, SERVICES, type Side } from "./hosts-stack";
import { multiplied, svmUuid } from "./numbered";
import { requireSameBags } from "./same-bags";

/** An array, and two stacks of the same objects: one of the package, which manages them on the array, and its floor. */
export class HostsBench {
  private constructor(
    readonly array: ArrayProcess,
    readonly stacks: Readonly<Record<Side, HostsStack>>,
    /** Of the array with one service and one host. */
    private readonly first: ArrayState,
  ) {}

  static async start(): Promise<HostsBench> {
    const array = await ArrayProcess.start();
    await array.setState(bare(1));
    const ours = await HostsStack.create("ours", array);
    const floor = await HostsStack.create("floor", array);
    requireSameBags(ours.recorded, floor.recorded);
    return new HostsBench(array, { ours, floor }, await array.state());
  }

  /** Both stacks, and the array, as they are after `up` of so many hosts. */
  async hold(hosts: number): Promise<void> {
    await this.prepare("ours", hosts);
    await this.prepare("floor", hosts);
  }

  /** The stack of that side as it is after `up` of so many hosts, or before the first `up`; and the array with ours. */
  async prepare(side: Side, hosts: number | "none"): Promise<void> {
    if (side === "ours") {
      await this.array.setState(hosts === "none" ? bare(SERVICES) : this.stateOf(hosts));
    }
    await this.stacks[side].hold(hosts);
  }

  async stop(): Promise<void> {
    this.stacks.ours.dispose();
    this.stacks.floor.dispose();
    await this.array.stop();
  }

  private stateOf(hosts: number): ArrayState {
    const collections = Object.entries(this.first).map(([name, records]): [string, unknown] => [
      name,
      Array.isArray(records) ? multiplied(records, SERVICES, hosts) : records,
    ]);
    return Object.fromEntries(collections);
  }
}

function bare(services: number): ArrayState {
  return { svms: Array.from({ length: services }, (_, n) => ({ uuid: svmUuid(n), name: `svm-${n}` })) };
}

/** Starts both stacks and the array, and stops them whatever happens. */
export async function withHosts(work: (bench: HostsBench) => Promise<void>): Promise<void> {
  const bench = await HostsBench.start();
  try {
    await work(bench);
  } finally {
    await bench.stop();
  }
}
