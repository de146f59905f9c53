import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import type { Simulator } from "../../simulator";
import type { Bag } from "../../test/engine/bag";
import type { Arguments } from "./arguments";
import { WIRE_NAMES } from "./wire-names";

/** The SVM pair that a lane has for itself: one with a service for credentials, one without for services. */
export interface Lane {
  readonly withService: Svm;
  readonly withoutService: Svm;
}

type Svm = Readonly<Record<"name" | "uuid", string>>;

/** How the array refuses a write. */
export interface Refusal {
  readonly code: string;
  /** The field to blame, by ONTAP's name; empty where the array blames none. */
  readonly field: string;
}

/** What the array says to a write: nothing where it takes it. */
export type ArrayVerdict = Refusal | undefined;

const ISCSI = "/api/protocols/san/iscsi";

/** The array's judgement of arguments: it is asked to make the object, which is taken away again. */
export class JudgingArray {
  readonly #agent = new Agent({ keepAlive: true });

  constructor(private readonly simulator: Simulator) {}

  async judge(lane: Lane, { kind, args }: Arguments): Promise<ArrayVerdict> {
    return kind === "IscsiService"
      ? this.#judgeService(lane.withoutService, args)
      : this.#judgeRow(lane.withService, args);
  }

  stop(): void {
    this.#agent.destroy();
  }

  async #judgeService({ uuid }: Svm, args: Bag): Promise<ArrayVerdict> {
    const verdict = await this.#send("POST", "/services", inWireNames(args));
    if (verdict === undefined) {
      await this.#expect("PATCH", `/services/${uuid}`, { enabled: false });
      await this.#expect("DELETE", `/services/${uuid}`);
    }
    return verdict;
  }

  /** A `default` row is there already, and is changed as the provider does it. */
  async #judgeRow(lane: Svm, args: Bag): Promise<ArrayVerdict> {
    const { uuid } = lane;
    const { svm, initiator, ...rest } = args;
    if (initiator !== "default" || !isReferenceTo(lane, svm)) {
      const verdict = await this.#send("POST", "/credentials", inWireNames(args));
      if (verdict === undefined) {
        await this.#expect("DELETE", `/credentials/${uuid}/${encodeURIComponent(String(initiator))}`);
      }
      return verdict;
    }
    const path = `/credentials/${uuid}/default`;
    const verdict = await this.#send("PATCH", path, inWireNames(rest));
    await this.#expect("PATCH", path, { authentication_type: "none" });
    return verdict;
  }

  async #expect(method: string, path: string, body?: Bag): Promise<void> {
    const refusal = await this.#send(method, path, body);
    if (refusal !== undefined) {
      throw new Error(`${method} ${path}: ${refusal.code}`);
    }
  }

  #send(method: string, path: string, content?: Bag): Promise<ArrayVerdict> {
    const { url, username, password } = this.simulator;
    return new Promise((resolve, reject) => {
      const call = request(`${url}${ISCSI}${path}`, { method, agent: this.#agent, auth: `${username}:${password}` });
      call.on("error", reject);
      call.on("response", (response) => {
        text(response).then((body) => resolve(refusalIn(response.statusCode ?? 0, body)), reject);
      });
      call.end(content === undefined ? undefined : JSON.stringify(content));
    });
  }
}

/** True where a program names the SVM correctly. */
function isReferenceTo({ name, uuid }: Svm, svm: unknown): boolean {
  const given = Object.entries(typeof svm === "object" && svm !== null ? svm : {}).filter(([, one]) => one !== null);
  const right = new Map(Object.entries({ name, uuid }));
  return given.length > 0 && given.every(([key, value]) => right.get(key) === value);
}

function refusalIn(status: number, body: string): ArrayVerdict {
  if (status < 300) {
    return undefined;
  }
  const { error }: { readonly error: { readonly code: string; readonly target?: string } } = JSON.parse(body);
  return { code: error.code, field: error.target ?? "" };
}

/** Every property by ONTAP's name, as far as it has another. */
function inWireNames(args: Bag): Bag {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [WIRE_NAMES.get(name) ?? name, value]));
}
