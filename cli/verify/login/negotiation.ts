import { type Challenge, type ChapPair, chapResponse } from "./chap";
import type { RandomBytes } from "./isid";
import { encodeLoginRequest, type LoginResponse, type Turn } from "./pdu";
import type { OutboundProof, Phase, Seen } from "./seen";
import { binaryValue, hexValue } from "./text-keys";

/** Who logs in to what. */
export interface LoginAs {
  readonly initiator: string;
  readonly target: string;
  readonly inbound: ChapPair;
  /** What the target is to prove itself by. Default: it need not. */
  readonly outbound: ChapPair | undefined;
}

/** What to send next, or what the login came to, after which nothing is sent. */
export type Step = { readonly send: Buffer } | { readonly seen: Seen };

/** The only algorithm of CHAP that every target has, MD5. Offered alone, since targets misread lists. */
const MD5 = "5";
const MOST_CHALLENGE_BYTES = 1024;
const CHALLENGE_BYTES = 16;

/**
 * The security negotiation of one login, request by request, and never more than that: of what it sends at most the last
 * offers to leave for the operational negotiation, and once the target agrees the login is over.
 */
export class Negotiation {
  readonly #login: LoginAs;
  readonly #isid: Uint8Array;
  readonly #randomBytes: RandomBytes;
  #phase: Phase = "greeting";
  #expStatSn = 0;
  #ownChallenge: Challenge | undefined;

  constructor(login: LoginAs, isid: Uint8Array, randomBytes: RandomBytes) {
    this.#login = login;
    this.#isid = isid;
    this.#randomBytes = randomBytes;
  }

  /** What was sent last. */
  get phase(): Phase {
    return this.#phase;
  }

  /** The first request. */
  begin(): Buffer {
    const { initiator, target } = this.#login;
    return this.#request("greeting", "stay", [
      ["InitiatorName", initiator],
      ["SessionType", "Normal"],
      ["TargetName", target],
      ["AuthMethod", "CHAP,None"],
    ]);
  }

  /** What follows from a response. */
  next(response: LoginResponse): Step {
    const { statusClass, statusDetail, statSn, continues } = response;
    const phase = this.#phase;
    if (statusClass !== 0) {
      const status = Buffer.of(statusClass, statusDetail).toString("hex");
      return { seen: statusClass === 1 ? { kind: "redirected", phase } : { kind: "rejected", phase, status } };
    }
    if (continues) {
      return unexpected(phase, "a response in parts");
    }
    this.#expStatSn = (statSn + 1) >>> 0;
    return phase === "greeting"
      ? this.#greeted(response)
      : phase === "algorithm"
        ? this.#challenged(response)
        : this.#judged(response);
  }

  #greeted({ transit, keys }: LoginResponse): Step {
    const method = keys.get("AuthMethod");
    if (method === "None") {
      return { seen: { kind: "open" } };
    }
    return transit || method !== "CHAP"
      ? unexpected("greeting", method === "Reject" ? "AuthMethod=Reject" : "no choice of CHAP or None")
      : { send: this.#request("algorithm", "stay", [["CHAP_A", MD5]]) };
  }

  #challenged({ transit, keys }: LoginResponse): Step {
    const id = byteValue(keys.get("CHAP_I"));
    const bytes = binaryValue(keys.get("CHAP_C"));
    if (
      transit ||
      keys.get("CHAP_A") !== MD5 ||
      id === undefined ||
      bytes === undefined ||
      bytes.length > MOST_CHALLENGE_BYTES
    ) {
      return unexpected("algorithm", "no CHAP challenge for MD5");
    }
    const { inbound, outbound } = this.#login;
    const own = outbound && { id: this.#randomBytes(1)[0] ?? 0, bytes: this.#randomBytes(CHALLENGE_BYTES) };
    this.#ownChallenge = own;
    const asked =
      own === undefined
        ? []
        : ([
            ["CHAP_I", String(own.id)],
            ["CHAP_C", hexValue(own.bytes)],
          ] as const);
    return {
      send: this.#request("proof", "leave", [
        ["CHAP_N", inbound.user],
        ["CHAP_R", hexValue(chapResponse(inbound.password, { id, bytes }))],
        ...asked,
      ]),
    };
  }

  /** Only a target that agrees to leave the security negotiation has accepted the password. */
  #judged({ transit, currentStage, nextStage, keys }: LoginResponse): Step {
    if (!transit || currentStage !== 0 || nextStage !== 1) {
      return unexpected("proof", "neither acceptance nor refusal");
    }
    return { seen: { kind: "accepted", outbound: this.#proofOfTarget(keys.get("CHAP_N"), keys.get("CHAP_R")) } };
  }

  #proofOfTarget(user: string | undefined, response: string | undefined): OutboundProof | undefined {
    const [challenge, { outbound }] = [this.#ownChallenge, this.#login];
    if (challenge === undefined || outbound === undefined) {
      return undefined;
    }
    const proof = binaryValue(response);
    if (user === undefined || proof === undefined) {
      return "missing";
    }
    if (user !== outbound.user) {
      return "other user";
    }
    return proof.equals(chapResponse(outbound.password, challenge)) ? "right" : "wrong";
  }

  #request(phase: Phase, turn: Turn, keys: ReadonlyArray<readonly [string, string]>): Buffer {
    this.#phase = phase;
    return encodeLoginRequest({ turn, isid: this.#isid, expStatSn: this.#expStatSn, keys });
  }
}

function unexpected(phase: Phase, what: string): Step {
  return { seen: { kind: "unexpected", phase, what } };
}

function byteValue(text: string | undefined): number | undefined {
  const value = /^(\d{1,3}|0x[0-9a-f]{1,2})$/i.test(text ?? "") ? Number(text) : Number.NaN;
  return value <= 255 ? value : undefined;
}
