import type { Credential } from "../collections/credentials/table";
import type { Ambiguities } from "../state/ambiguities";
import { ChapExchange, type ChapStep } from "./chap-exchange";
import { LoginRefusal } from "./login-refusal";
import { refusalStatus } from "./login-status";
import type { Pairs } from "./text-keys";

/** The security negotiation of one login. */
export class Security {
  readonly #chap = new ChapExchange();
  #method: "CHAP" | "None" | undefined;
  #isProven = false;

  /** @param row the row that decides as of now, undefined where nobody is asked to authenticate; may refuse by itself. */
  constructor(
    private readonly row: () => Credential | undefined,
    private readonly ambiguities: () => Ambiguities,
  ) {}

  /**
   * Replies to what concerns authentication in a request.
   *
   * @throws LoginRefusal
   */
  negotiate(keys: ReadonlyMap<string, string>): Pairs {
    const pairs: Array<readonly [string, string]> = [];
    const methods = keys.get("AuthMethod");
    if (methods !== undefined) {
      pairs.push(["AuthMethod", this.#choose(methods.split(","))]);
    }
    const algorithms = keys.get("CHAP_A");
    if (algorithms !== undefined) {
      pairs.push(...this.#take(this.#requireChap().challenge(algorithms)));
    }
    if (keys.has("CHAP_R")) {
      const chap = this.#requireChap();
      const row = this.row();
      if (row?.authenticationType !== "chap") {
        throw this.#refused("the row is of type chap no more");
      }
      pairs.push(...this.#take(chap.assess(keys, row, this.ambiguities().loginOneWayToMutual)));
      this.#isProven = true;
    }
    return pairs;
  }

  /**
   * True once nothing of it is left to do, so that the login may enter another stage.
   *
   * @throws LoginRefusal where CHAP is demanded and the initiator goes on without it.
   */
  isDone(): boolean {
    if (this.#isProven) {
      return true;
    }
    if (this.row()?.authenticationType === "chap" && this.#method !== "CHAP") {
      throw new LoginRefusal("0201", "CHAP is required");
    }
    return this.#method !== "CHAP";
  }

  #choose(offered: readonly string[]): string {
    if (this.#method !== undefined) {
      throw new LoginRefusal("0200", "AuthMethod was sent twice");
    }
    const demanded = this.row()?.authenticationType === "chap" ? "CHAP" : "None";
    if (offered.includes(demanded)) {
      this.#method = demanded;
      return demanded;
    }
    if (this.ambiguities().loginChapNotOffered === "reject") {
      return "Reject";
    }
    const problem = demanded === "CHAP" ? "CHAP is required" : "the row is of type none, and the initiator wants CHAP";
    throw new LoginRefusal("0201", problem, [["AuthMethod", "Reject"]]);
  }

  #requireChap(): ChapExchange {
    if (this.#method !== "CHAP") {
      throw new LoginRefusal("0200", "CHAP was not agreed on");
    }
    return this.#chap;
  }

  #take(step: ChapStep): Pairs {
    if ("reason" in step) {
      throw this.#refused(step.reason);
    }
    return step.pairs;
  }

  #refused(reason: string): LoginRefusal {
    return new LoginRefusal(refusalStatus("authentication", this.ambiguities()), reason);
  }
}
