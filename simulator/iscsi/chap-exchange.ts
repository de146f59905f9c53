import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Credential } from "../collections/credentials/table";
import { secretBytes } from "../rules/chap-secret";
import { readBinary, writeBinary } from "./binary-value";
import type { Pairs } from "./text-keys";

/** CHAP's number for MD5, the one algorithm that is spoken. */
const MD5 = "5";

const CHALLENGE_BYTES = 16;
const LONGEST_CHALLENGE = 1024;

/** What to answer, or why the initiator is refused. */
export type ChapStep = { readonly pairs: Pairs } | { readonly reason: string };

/** The CHAP of one login: the target's challenge and the assessment of the reply. Source: RFC 7143, 12.1.3; RFC 1994. */
export class ChapExchange {
  readonly #identifier = randomBytes(1);
  readonly #challenge = randomBytes(CHALLENGE_BYTES);
  #state: "new" | "challenged" | "over" = "new";

  /** The target's challenge, in reply to the algorithms that the initiator offers. */
  challenge(offered: string): ChapStep {
    if (this.#state !== "new") {
      return { reason: "CHAP_A was sent twice" };
    }
    if (!offered.split(",").includes(MD5)) {
      return { reason: "no algorithm but MD5 (5) is known, which was not offered" };
    }
    this.#state = "challenged";
    return {
      pairs: [
        ["CHAP_A", MD5],
        ["CHAP_I", String(this.#identifier[0])],
        ["CHAP_C", writeBinary(this.#challenge)],
      ],
    };
  }

  /**
   * Assesses the initiator's reply to the challenge by a row of type `chap` and, where the initiator challenges the
   * target in turn, proves that the array knows the outbound password.
   *
   * @param oneWay whether an initiator that asks for no proof is accepted where the row has an outbound pair.
   */
  assess(keys: ReadonlyMap<string, string>, row: Credential, oneWay: "accept" | "refuse"): ChapStep {
    if (this.#state !== "challenged") {
      return { reason: "CHAP_R came without a challenge to reply to" };
    }
    this.#state = "over";
    const reply = readBinary(keys.get("CHAP_R") ?? "");
    const { inbound, outbound } = row;
    const right =
      inbound?.password !== undefined &&
      inbound.user === keys.get("CHAP_N") &&
      isDigest(reply, digest(this.#identifier, inbound.password, this.#challenge));
    if (!right) {
      return { reason: "the CHAP user or password is wrong" };
    }
    const identifier = keys.get("CHAP_I");
    const text = keys.get("CHAP_C");
    if (identifier === undefined && text === undefined) {
      return outbound !== undefined && oneWay === "refuse" ? { reason: "the row demands mutual CHAP" } : { pairs: [] };
    }
    if (outbound?.password === undefined) {
      return { reason: "the initiator wants the array to authenticate, which has no outbound credentials" };
    }
    const number = Number(identifier);
    const challenge = readBinary(text ?? "");
    if (!/^(\d{1,3}|0x[0-9a-f]{1,2})$/i.test(identifier ?? "") || number > 255 || challenge === undefined) {
      return { reason: "the initiator's challenge is malformed" };
    }
    // A target that replied to its own challenge would authenticate the initiator in its place.
    if (challenge.equals(this.#challenge) || challenge.length > LONGEST_CHALLENGE) {
      return { reason: "the initiator's challenge is the target's own, or too long" };
    }
    const proof = digest(Buffer.from([number]), outbound.password, challenge);
    return {
      pairs: [
        ["CHAP_N", outbound.user],
        ["CHAP_R", writeBinary(proof)],
      ],
    };
  }
}

function digest(identifier: Buffer, password: string, challenge: Buffer): Buffer {
  return createHash("md5").update(identifier).update(secretBytes(password)).update(challenge).digest();
}

function isDigest(given: Buffer | undefined, expected: Buffer): boolean {
  return given?.length === expected.length && timingSafeEqual(given, expected);
}
