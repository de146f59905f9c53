import { createHash, randomBytes } from "node:crypto";
import { Negotiation, type Step } from "../../../../cli/verify/login/negotiation";
import {
  decodeLoginResponse,
  encodeLoginRequest,
  type LoginResponse,
  type Turn,
} from "../../../../cli/verify/login/pdu";

const ISID = Buffer.from("800102030405", "hex");
const LOGIN = {
  initiator: "iqn.1998-01.com.example:host1",
  target: "iqn.1992-08.com.netapp:sn.1:vs.1",
  inbound: { user: "in", password: "inbound-secret" },
  outbound: { user: "out", password: "outbound-secret" },
};
const TURNS: readonly Turn[] = ["stay", "leave"];
const FULL_FEATURE = 3;

it("has no way to write a request for the full feature phase", () => {
  for (const turn of TURNS) {
    const flags = encodeLoginRequest({ turn, isid: ISID, expStatSn: 0, keys: [] }).readUInt8(1);
    expect([flags & 0b11, (flags >> 2) & 0b11]).not.toContain(FULL_FEATURE);
  }
  // @ts-expect-error there is no such turn; where there is one, the linter's type check fails here
  const impossible: Turn = "full feature";
  expect(TURNS).not.toContain(impossible);
});

/** Every stage, status class and key that matters, in every combination. */
function* responses(): Generator<LoginResponse> {
  const keys = [
    {},
    { AuthMethod: "CHAP" },
    { AuthMethod: "None" },
    { CHAP_A: "5", CHAP_I: "7", CHAP_C: "0x00" },
    { CHAP_N: "out", CHAP_R: `0x${"00".repeat(16)}` },
  ];
  for (const own of keys) {
    for (let flags = 0; flags < 256; flags += 1) {
      for (const statusClass of [0, 1, 2, 3]) {
        yield {
          transit: (flags & 0x80) !== 0,
          continues: (flags & 0x40) !== 0,
          currentStage: (flags >> 2) & 3,
          nextStage: flags & 3,
          statSn: flags,
          statusClass,
          statusDetail: 0,
          keys: new Map(Object.entries(own)),
        };
      }
    }
  }
}

it("never reaches the full feature phase, whatever a target responds, and sends at most three requests", () => {
  const all = [...responses()];
  let walked = 0;
  const walk = (path: readonly LoginResponse[]) => {
    const negotiation = new Negotiation(LOGIN, ISID, randomBytes);
    const sent = [negotiation.begin()];
    let step: Step | undefined;
    for (const response of path) {
      step = negotiation.next(response);
      if ("send" in step) {
        sent.push(step.send);
      }
    }
    walked += 1;
    const flags = sent.map((pdu) => pdu.readUInt8(1));
    if (sent.length > 3 || flags.some((one) => (one & 0b11) === FULL_FEATURE || (one & 0b1100) !== 0)) {
      throw new Error(`sent requests with the flags ${flags.join(", ")}`);
    }
    return step === undefined || "send" in step;
  };
  // What sends the same request leads to the same state, so that one response of each such is followed.
  let open: ReadonlyArray<readonly LoginResponse[]> = [[]];
  while (open.length > 0) {
    const next = new Map<string, readonly LoginResponse[]>();
    for (const path of open) {
      for (const response of all) {
        const longer = [...path, response];
        if (walk(longer)) {
          next.set(JSON.stringify([...response.keys]), longer);
        }
      }
    }
    open = [...next.values()];
  }
  expect(walked).toBeGreaterThan(3 * all.length - 1);
});

it("answers a challenge in base64, and an identifier in hexadecimal digits", () => {
  const challenge = Buffer.from("0123456789abcdef0123456789abcdef", "hex");
  const { sent } = challenged({ CHAP_A: "5", CHAP_I: "0x1f", CHAP_C: `0b${challenge.toString("base64")}` });
  const expected = createHash("md5").update(Buffer.of(0x1f)).update("inbound-secret").update(challenge).digest("hex");
  expect(sent?.toString()).toContain(`CHAP_R=0x${expected}`);
});

it.each([
  { CHAP_A: "7", CHAP_I: "1", CHAP_C: "0x00" },
  { CHAP_A: "5", CHAP_I: "256", CHAP_C: "0x00" },
  { CHAP_A: "5", CHAP_I: "1", CHAP_C: "zz" },
  { CHAP_A: "5", CHAP_I: "1", CHAP_C: `0x${"00".repeat(1025)}` },
  { CHAP_A: "5", CHAP_I: "1" },
])("proves nothing to a target with no proper challenge", (keys) => {
  expect(challenged(keys).step).toMatchObject({ seen: { kind: "unexpected", phase: "algorithm" } });
});

function challenged(keys: Readonly<Record<string, string>>): { step: Step; sent: Buffer | undefined } {
  const negotiation = new Negotiation(LOGIN, ISID, randomBytes);
  negotiation.begin();
  negotiation.next(plain({ AuthMethod: "CHAP" }));
  const step = negotiation.next(plain(keys));
  return { step, sent: "send" in step ? step.send : undefined };
}

function plain(keys: object): LoginResponse {
  return {
    transit: false,
    continues: false,
    currentStage: 0,
    nextStage: 0,
    statSn: 1,
    statusClass: 0,
    statusDetail: 0,
    keys: new Map(Object.entries(keys)),
  };
}

it("reads a response byte by byte as one, and takes nothing else for one", () => {
  const whole = Buffer.alloc(52);
  whole.writeUInt8(0x23, 0);
  whole.writeUInt8(4, 7);
  whole.writeUInt32BE(1, 16);
  whole.write("A=b\0", 48);
  for (let length = 0; length < whole.length; length += 1) {
    expect(decodeLoginResponse(whole.subarray(0, length))).toBe("part");
  }
  expect(decodeLoginResponse(whole)).toMatchObject({ length: 52, response: { keys: new Map([["A", "b"]]) } });
  whole.writeUInt32BE(2, 16);
  expect(decodeLoginResponse(whole)).toBe("foreign");
});
