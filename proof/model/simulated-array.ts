import { startSimulator } from "../../simulator";
import { type LoggedRequest, TestArray } from "../../test/array";
import { SVM1, SVM2 } from "../../test/names";
import { type ArrayState, arrayState, type RowObject, type Svm, type WireState, wireRow } from "./array-state";

/** The SVMs that a sequence begins with. */
export const FIRST_SVMS: readonly Svm[] = [
  { uuid: SVM1, name: "svm1" },
  { uuid: SVM2, name: "svm2" },
  { uuid: "3e1a9c52-94d7-11e8-8370-005056b48fd2", name: "svm3" },
];

/** What a rule of the simulator's faults is, without its match. */
export interface Fault {
  readonly kind: string;
  /** `writes` for each of POST, PATCH and DELETE. */
  readonly method: "writes" | "GET" | "POST";
  readonly nth: number;
  readonly times: number;
}

/** The array beneath a sequence of commands, reached over HTTP alone. */
export class SimulatedArray extends TestArray {
  static async start(): Promise<SimulatedArray> {
    return new SimulatedArray(await startSimulator());
  }

  /** Makes it as it is before a sequence, with these answers to what the documents leave open. */
  async reset(unknowns: Readonly<Record<string, unknown>>): Promise<void> {
    await this.control("DELETE", "/faults");
    await this.control("PUT", "/settings", { unknowns });
    await this.control("PUT", "/state", { svms: FIRST_SVMS, interfaces: FIRST_SVMS.map(interfaceOf) });
  }

  async state(): Promise<ArrayState> {
    return arrayState(await this.control<WireState>("GET", "/state"));
  }

  /** Requests since the last call. */
  async takeRequests(): Promise<readonly LoggedRequest[]> {
    return this.everyRequest();
  }

  async setFault({ kind, method: of, nth, times }: Fault): Promise<void> {
    const more = kind === "status" ? { status: 500 } : {};
    for (const method of of === "writes" ? ["POST", "PATCH", "DELETE"] : [of]) {
      await this.control("POST", "/faults", { kind, times, match: { method, path: "/api/protocols", nth }, ...more });
    }
  }

  async clearFaults(): Promise<void> {
    await this.control("DELETE", "/faults");
  }

  /** Gives SVMs other names; those that it does not have yet are added. */
  async setSvms(svms: readonly Svm[]): Promise<void> {
    const text = JSON.stringify(await this.control<WireState>("GET", "/state"), (_key, value: unknown) => {
      const known = isSvm(value) ? svms.find(({ uuid }) => uuid === value.uuid) : undefined;
      return known === undefined ? value : { ...Object(value), name: known.name };
    });
    const state: WireState & { readonly interfaces: readonly unknown[] } = JSON.parse(text);
    const added = svms.filter(({ uuid }) => !state.svms.some((known) => known.uuid === uuid));
    await this.control("PUT", "/state", {
      ...state,
      svms: [...state.svms, ...added],
      interfaces: [...state.interfaces, ...added.map(interfaceOf)],
    });
  }

  /** Gives the array this credential; undefined takes it away. */
  async setRow(id: string, row: RowObject | undefined): Promise<void> {
    const state = await this.control<WireState>("GET", "/state");
    const [uuid = "", initiator = ""] = id.split("/");
    const others = state.credentials.filter(({ svm, initiator: name }) => svm.uuid !== uuid || name !== initiator);
    const credentials = row === undefined ? others : [...others, { svm: { uuid }, initiator, ...wireRow(row) }];
    await this.control("PUT", "/state", { ...state, credentials });
  }

  /** True where the array let the initiator in. */
  async letsIn(svm: Svm, initiator: string, address: string, pair: object): Promise<boolean> {
    return (await this.tryLogIn({ svm: svm.name, interface: portOf(svm), initiator, address, ...pair })) === 201;
  }
}

/** The name never changes, though that of the SVM does. */
function portOf({ uuid }: Svm): string {
  return `port-${uuid.slice(0, 8)}`;
}

function interfaceOf(svm: Svm): object {
  const number = Number.parseInt(svm.uuid.slice(0, 2), 16);
  return { svm: { name: svm.name }, name: portOf(svm), ip: { address: `192.168.0.${number}` } };
}

function isSvm(value: unknown): value is Svm {
  return typeof value === "object" && value !== null && "uuid" in value && "name" in value;
}
