import { lifeOf } from "../../../../provider/lifecycle/life";
import { PartialFailure } from "../../../../provider/lifecycle/partial-failure";
import type { ProviderContext } from "../../../../provider/lifecycle/provider-context";
import { iscsiCredentials } from "../../../../provider/resources/iscsi-credentials";
import { iscsiCredentialsTable } from "../../../../provider/resources/iscsi-credentials-table";
import { iscsiService } from "../../../../provider/resources/iscsi-service";
import type { PropertyMap } from "../../../../provider/schema/property-map";
import { SVM1 } from "../../../names";
import type { Spoil } from "../../../spoiled-rows";
import { ArrayHarness } from "../array-harness";

const lives = {
  IscsiService: lifeOf(iscsiService),
  IscsiCredentials: lifeOf(iscsiCredentials),
  IscsiCredentialsTable: lifeOf(iscsiCredentialsTable),
} as const;

/** A resource as the engine would have it in its state. */
export interface Living {
  readonly type: keyof typeof lives;
  readonly id: string;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
}

/** One run of the engine: what it asks of the provider, in its order, with a memory of its own. */
export class EngineRun {
  constructor(readonly context: ProviderContext) {}

  async check(type: Living["type"], olds: PropertyMap, args: PropertyMap): Promise<PropertyMap> {
    const { inputs, failures } = await lives[type].check(this.context, olds, args);
    if (failures.length > 0) {
      throw new Error(failures.map(({ property, reason }) => `${property}: ${reason}`).join("\n"));
    }
    return inputs;
  }

  async create(type: Living["type"], args: PropertyMap): Promise<Living> {
    return this.createChecked(type, await this.check(type, {}, args));
  }

  async createChecked(type: Living["type"], inputs: PropertyMap): Promise<Living> {
    return { type, inputs, ...(await lives[type].create(this.context, inputs)) };
  }

  /** What a preview does with changed arguments. */
  async preview({ type, id, inputs: olds, outputs }: Living, args: PropertyMap) {
    const inputs = await this.check(type, olds, args);
    return { inputs, ...(await lives[type].diff(this.context, id, outputs, inputs)) };
  }

  async update(resource: Living, args: PropertyMap): Promise<Living> {
    const { type, id, outputs } = resource;
    const { inputs } = await this.preview(resource, args);
    return { type, id, inputs, outputs: await lives[type].update(this.context, id, outputs, inputs) };
  }

  /** As a refresh leaves it; undefined where it is gone. */
  async refresh({ type, id, outputs }: Living): Promise<Living | undefined> {
    const found = await lives[type].read(this.context, id, outputs);
    return found === undefined ? undefined : { type, id, ...found };
  }

  delete({ type, id, outputs }: Living): Promise<void> {
    return lives[type].delete(this.context, id, outputs);
  }
}

/** A table's life in this process, against an array with an SVM that has a service. */
export class TableLife {
  private constructor(readonly array: ArrayHarness) {}

  static async start(spoil?: Spoil): Promise<TableLife> {
    const life = new TableLife(await ArrayHarness.start(undefined, spoil));
    await life.arrayWith();
    return life;
  }

  /** A run of its own. */
  run(env: Readonly<Record<string, string>> = {}): EngineRun {
    return new EngineRun(this.array.configured({}, env));
  }

  /** An array with these rows, besides `default`, and nothing that was asked of it or told. */
  async arrayWith(credentials: readonly object[] = [], services: readonly object[] = [{}]): Promise<void> {
    const svm = { name: "svm1" };
    await this.array.control("DELETE", "/faults");
    await this.array.control("PUT", "/state", {
      svms: [{ ...svm, uuid: SVM1 }],
      services: services.map((service) => ({ svm, ...service })),
      credentials: credentials.map((credential) => ({ svm, ...credential })),
      interfaces: [{ svm, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
    });
    await this.array.calls();
    this.array.warnings.length = 0;
    this.array.notes.length = 0;
  }

  /** What was sent since the last call, counted: `{ "PATCH credentials": 2 }`. */
  async sent(): Promise<Readonly<Record<string, number>>> {
    const calls = await this.array.calls("collections");
    return calls.reduce<Record<string, number>>((counts, call) => ({ ...counts, [call]: (counts[call] ?? 0) + 1 }), {});
  }

  /** Rows of the array by initiator, each as `type user`. */
  async held(): Promise<Readonly<Record<string, string>>> {
    const { credentials = [] } = await this.array.control<{ credentials?: readonly Row[] }>("GET", "/state");
    return Object.fromEntries(
      credentials.map(({ initiator, authentication_type: type, chap }) => [
        initiator,
        [type, chap?.inbound?.user].filter(Boolean).join(" "),
      ]),
    );
  }

  /** Lets requests fail; without more as ONTAP refuses what is not its caller's fault. */
  async fault(method: string, path: string, more: object = {}): Promise<void> {
    await this.array.control("POST", "/faults", {
      match: { method, path },
      kind: "status",
      status: 500,
      code: "262145",
      message: "no room",
      ...more,
    });
  }

  mend(): Promise<unknown> {
    return this.array.control("DELETE", "/faults");
  }

  stop(): Promise<void> {
    return this.array.stop();
  }
}

interface Row {
  readonly initiator: string;
  readonly authentication_type: string;
  readonly chap?: { readonly inbound?: { readonly user?: string } };
}

/** What a call that fails half-way records; fails the test where it does not fail so. */
export async function partly(
  work: Promise<unknown>,
  inputs: PropertyMap,
): Promise<{ readonly message: string; readonly resource: Living }> {
  const error: unknown = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (!(error instanceof PartialFailure)) {
    throw new Error(`it did not fail half-way: ${String(error)}`);
  }
  const { id, outputs, message } = error;
  return { message, resource: { type: "IscsiCredentialsTable", id, inputs, outputs } };
}
