import { HostError, type InitFailure } from "../engine/host-error";
import { SVM1, SVM2 } from "../names";
import { FRONTS, type HostedOptions, ProviderHarness } from "./provider-harness";

/** What happens to a provider, as the engine drives it. */
export type Scenario<T> = (harness: ProviderHarness) => Promise<T>;

/** What came of a scenario, without what differs from one run to the next. */
export interface Transcript<T> {
  readonly result: T | undefined;
  /** Message and what is to be recorded, where a call failed. */
  readonly failure: { readonly message: string; readonly recorded: Partial<InitFailure> } | undefined;
  /** Requests in the order of their names, since some are sent at once. */
  readonly requests: readonly string[];
  /** What the user was told, in the order of the lines. */
  readonly told: readonly string[];
}

/** Stands for the address of either array. */
const ARRAY = "https://array";
const ANY_UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The same provider behind both of its fronts, each with an array of its own. */
export class BothFronts {
  private constructor(private readonly harnesses: readonly ProviderHarness[]) {}

  static async start(options: HostedOptions = {}): Promise<BothFronts> {
    return new BothFronts(await Promise.all(FRONTS.map((front) => ProviderHarness.start({ ...options, front }))));
  }

  /** Runs it on both, and expects the same of them in every respect. */
  async run<T>(scenario: Scenario<T>): Promise<Transcript<T>> {
    const [dynamic, plugin] = this.harnesses;
    if (dynamic === undefined || plugin === undefined) {
      throw new Error("there are two fronts");
    }
    const before = dynamic.host.said.length;
    const [expected, actual] = await Promise.all([transcript(dynamic, scenario), transcript(plugin, scenario)]);
    for (const line of actual.told) {
      // What a dynamic provider prints may come after its reply.
      await dynamic.host.printed(line.replaceAll(ARRAY, dynamic.url));
    }
    expect(actual).toEqual({ ...expected, told: toldSince(dynamic, before) });
    return actual;
  }

  /** The same in processes of their own, as of another phase or run. */
  async runInNextRun<T>(
    scenario: Scenario<T>,
    config: (harness: ProviderHarness) => Readonly<Record<string, string>> = () => ({}),
  ): Promise<Transcript<T>> {
    const next = new BothFronts(
      await Promise.all(this.harnesses.map((harness) => harness.newProcess({}, config(harness)))),
    );
    try {
      return await next.run(scenario);
    } finally {
      await Promise.all(next.harnesses.map((harness) => harness.stopProcess()));
    }
  }

  /** Everything that the processes printed. */
  get printed(): string {
    return this.harnesses.map(({ host: { process } }) => process.stdout + process.stderr).join("");
  }

  async stop(): Promise<void> {
    await Promise.all(this.harnesses.map((harness) => harness.stop()));
  }
}

async function transcript<T>(harness: ProviderHarness, scenario: Scenario<T>): Promise<Transcript<T>> {
  await harness.everyRequest();
  const before = harness.host.said.length;
  let result: T | undefined;
  let failure: Transcript<T>["failure"];
  try {
    result = await scenario(harness);
  } catch (error) {
    if (!(error instanceof HostError)) {
      throw error;
    }
    const { id, properties, reasons } = error.initFailure ?? {};
    failure = { message: error.message, recorded: JSON.parse(JSON.stringify({ id, properties, reasons })) };
  }
  const requests = (await harness.everyRequest()).map(
    ({ method, path, query, status }) => `${method} ${path}?${query} ${status}`,
  );
  const text = JSON.stringify({ result, failure, requests: requests.sort() });
  const alike: Omit<Transcript<T>, "told"> = JSON.parse(
    text.replaceAll(harness.url, ARRAY).replaceAll(ANY_UUID, (uuid) => (uuid === SVM1 || uuid === SVM2 ? uuid : "any")),
  );
  return { ...alike, told: toldSince(harness, before) };
}

function toldSince({ host, url }: ProviderHarness, before: number): readonly string[] {
  return host.said.slice(before).replaceAll(url, ARRAY).split("\n").filter(Boolean).sort();
}
