import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import type { Simulator } from "../../simulator";
import type { Bag } from "../../test/engine/bag";
import type { Arguments } from "./arguments";

/** The SVM pair that a lane has for itself: one with a service for credentials, one without for services. */
export interface Lane {
  readonly withService: Svm;
  readonly withoutService: Svm;
}

type Svm = Readonly<Record<"name" | "uuid", string>>;

/** What the array says to a write: nothing where it takes it, else its code. */
export type ArrayVerdict = string | undefined;

const ISCSI = "/api/protocols/san/iscsi";

/** The array's judgement of arguments: it is asked to make the object, which is taken away again. */
export class JudgingArray {
  readonly #agent = new Agent({ keepAlive: true });

  constructor(private readonly simulator: Simulator) {}

  async judge(lane: Lane, { kind, args }: Arguments): Promise<ArrayVerdict> {
    return kind === "IscsiService" ? this.#judgeService(lane.withoutService, args) : this.#judgeRow(lane, args);
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
  async #judgeRow({ withService: { uuid } }: Lane, args: Bag): Promise<ArrayVerdict> {
    const { svm, initiator, ...rest } = args;
    if (initiator !== "default" || !names(svm)) {
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
    const code = await this.#send(method, path, body);
    if (code !== undefined) {
      throw new Error(`${method} ${path}: ${code}`);
    }
  }

  #send(method: string, path: string, content?: Bag): Promise<ArrayVerdict> {
    const { url, username, password } = this.simulator;
    return new Promise((resolve, reject) => {
      const call = request(`${url}${ISCSI}${path}`, { method, agent: this.#agent, auth: `${username}:${password}` });
      call.on("error", reject);
      call.on("response", (response) => {
        text(response).then((body) => resolve(codeOf(response.statusCode ?? 0, body)), reject);
      });
      call.end(content === undefined ? undefined : JSON.stringify(content));
    });
  }
}

function names(svm: unknown): boolean {
  return typeof svm === "object" && svm !== null && Object.values(svm).some((value) => value !== null);
}

function codeOf(status: number, body: string): ArrayVerdict {
  if (status < 300) {
    return undefined;
  }
  const answer: { readonly error: { readonly code: string } } = JSON.parse(body);
  return answer.error.code;
}

const WIRE_NAMES = new Map([
  ["authenticationType", "authentication_type"],
  ["initiatorAddress", "initiator_address"],
]);

/** Every property by ONTAP's name, as far as it has another. */
function inWireNames(args: Bag): Bag {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [WIRE_NAMES.get(name) ?? name, value]));
}
