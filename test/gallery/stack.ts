import { dynamicProvider } from "../../provider/dynamic/adapter";
import { Memory } from "../../provider/lifecycle/memory";
import { type ResourceType, resources } from "../../provider/resources";
import { startSimulator } from "../../simulator";
import { TestArray } from "../array";
import type { Bag } from "../engine/bag";
import { HOST, SVM1 } from "../names";

const SERVED = {
  svms: [
    { name: "svm1", uuid: SVM1 },
    { name: "svm2", uuid: "25f617cf-94d7-11e8-8370-005056b48fd2" },
  ],
  interfaces: [{ svm: { name: "svm1" }, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
  services: [{ svm: { name: "svm1" }, enabled: true }],
  credentials: [{ svm: { name: "svm1" }, initiator: HOST, authentication_type: "none" }],
};

/** A recorded resource. */
export interface Recorded {
  readonly type: ResourceType;
  readonly id: string;
  readonly inputs: Bag;
  readonly outputs: Bag;
}

/**
 * The provider in the test's own process, called as the dynamic host calls it, against an array of its own: `svm1`,
 * which has a service and a credential, and `svm2`, which has neither.
 */
export class Stack extends TestArray {
  #providers = providers();

  static async with<T>(work: (stack: Stack) => Promise<T>, config: Readonly<Record<string, string>> = {}): Promise<T> {
    const stack = new Stack(await startSimulator({ fixture: SERVED }));
    try {
      stack.newProcess(config);
      return await work(stack);
    } finally {
      await stack.close();
    }
  }

  /** What another run would be. */
  newProcess(config: Readonly<Record<string, string>> = {}): void {
    const { url: host, username, password } = this;
    const all = new Map(
      Object.entries({ host, username, password, ...config }).map(([key, value]) => [`ontap-iscsi:${key}`, value]),
    );
    this.#providers = providers();
    for (const provider of Object.values(this.#providers)) {
      // As the SDK keeps it, from which misspelled keys are known.
      const rawConfig = Object.fromEntries(all);
      const get = (key: string) => all.get(key);
      provider.configure({ config: Object.assign({ get, require: (key: string) => get(key) ?? "" }, { rawConfig }) });
    }
  }

  /** What is printed besides errors while the work is done. */
  async notes(work: () => Promise<unknown>): Promise<string> {
    const lines: string[] = [];
    const spy = jest.spyOn(console, "log").mockImplementation((text) => void lines.push(String(text)));
    try {
      await work();
    } finally {
      spy.mockRestore();
    }
    return lines.join("\n");
  }

  /** What a preview says of arguments: what is wrong with them, or what the diff throws. */
  async check(type: ResourceType, args: Bag, olds: Bag = {}): Promise<Bag> {
    const { inputs, failures = [] } = await this.#providers[type].check(olds, args);
    if (failures.length > 0) {
      throw new Error(failures.map(({ property, reason }) => `${property}: ${reason}`).join("\n"));
    }
    return inputs;
  }

  async create(type: ResourceType, args: Bag): Promise<Recorded> {
    const inputs = await this.check(type, args);
    const { id, outs = {} } = await this.#providers[type].create(inputs);
    return { type, id, inputs, outputs: outs };
  }

  async preview({ type, id, inputs, outputs }: Recorded, args: Bag): Promise<void> {
    await this.#providers[type].diff(id, outputs, await this.check(type, args, inputs));
  }

  async refresh({ type, id, outputs }: Recorded): Promise<void> {
    await this.#providers[type].read(id, outputs);
  }

  async delete({ type, id, outputs }: Recorded): Promise<void> {
    await this.#providers[type].delete(id, outputs);
  }
}

function providers() {
  const memory = new Memory();
  return {
    IscsiService: dynamicProvider(resources.IscsiService, memory),
    IscsiCredentials: dynamicProvider(resources.IscsiCredentials, memory),
    IscsiCredentialsTable: dynamicProvider(resources.IscsiCredentialsTable, memory),
  };
}
