import { type Bag, bagOf, textAt, valueAt } from "./bag";
import { type Failure, refused } from "./failure";
import { isUnknown } from "./unknown";

/** Longest CHAP user, in characters. Source: `chap.inbound.user` in the iSCSI credentials document. */
export const CHAP_USER_MAX_LENGTH = 128;
/** Longest CHAP password, in characters. */
export const CHAP_PASSWORD_MAX_LENGTH = 512;

const pair = {
  type: "object",
  description: "an object with user and password",
  properties: {
    user: {
      type: "string",
      minLength: 1,
      maxLength: CHAP_USER_MAX_LENGTH,
      description: `a text of 1 to ${CHAP_USER_MAX_LENGTH} characters`,
    },
    password: {
      type: "string",
      minLength: 1,
      maxLength: CHAP_PASSWORD_MAX_LENGTH,
      description: `a text of 1 to ${CHAP_PASSWORD_MAX_LENGTH} characters, or 0x and an even number of hexadecimal digits`,
    },
  },
  additionalProperties: false,
} as const;

/** Schema of CHAP users and passwords. */
export const chapSchema = {
  type: "object",
  description: "an object with inbound and, for mutual CHAP, outbound",
  properties: { inbound: pair, outbound: pair },
  additionalProperties: false,
} as const;

/**
 * What is wrong with the CHAP part. `recorded` are the inputs of the last run: where they lack a password too (an
 * import whose password is not known), its absence is no failure, since nothing would be sent.
 */
export function chapFailures(news: Bag, recorded: Bag): readonly Failure[] {
  const type = textAt(news, "authenticationType")?.toLowerCase();
  const chap = bagOf(news.chap);
  if (isUnknown(news.chap) || isUnknown(type)) {
    return [];
  }
  if (type === "none" || type === "deny") {
    return chap === undefined || Object.keys(chap).length === 0
      ? []
      : [
          refused(
            "chap.inbound",
            `chap can be given only with authenticationType "chap", not with "${type}"`,
            "5374900",
          ),
        ];
  }
  if (type !== "chap") {
    return [];
  }
  return [...missing(news, recorded), ...hexFailures(news), ...equalPasswords(news)];
}

function missing(news: Bag, recorded: Bag): readonly Failure[] {
  const unrecorded =
    textAt(recorded, "chap", "inbound", "user") !== undefined &&
    valueAt(recorded, "chap", "inbound", "password") === undefined;
  const inbound = ["user", ...(unrecorded ? [] : ["password"])].flatMap((key) =>
    given(news, "inbound", key)
      ? []
      : [
          refused(
            `chap.inbound.${key}`,
            `authenticationType "chap" needs chap.inbound.user and chap.inbound.password`,
            "5374149",
          ),
        ],
  );
  if (valueAt(news, "chap", "outbound") === undefined || valueAt(news, "chap", "outbound") === null) {
    return inbound;
  }
  const outboundUnrecorded =
    textAt(recorded, "chap", "outbound", "user") !== undefined &&
    valueAt(recorded, "chap", "outbound", "password") === undefined;
  const outbound = ["user", ...(outboundUnrecorded ? [] : ["password"])].flatMap((key) =>
    given(news, "outbound", key)
      ? []
      : [refused(`chap.outbound.${key}`, "chap.outbound needs both user and password", "5374150")],
  );
  return [...inbound, ...outbound];
}

function given(news: Bag, direction: string, key: string): boolean {
  const whole = valueAt(news, "chap", direction);
  const value = valueAt(news, "chap", direction, key);
  return isUnknown(whole) || (value !== undefined && value !== null);
}

function hexFailures(news: Bag): readonly Failure[] {
  return ["inbound", "outbound"].flatMap((direction) => {
    const password = textAt(news, "chap", direction, "password");
    const hex = password !== undefined && /^0x/i.test(password);
    return hex && !/^0x([0-9a-f]{2})+$/i.test(password)
      ? [
          refused(
            `chap.${direction}.password`,
            "a password that begins with 0x must go on with an even number of hexadecimal digits",
            "5374145",
          ),
        ]
      : [];
  });
}

function equalPasswords(news: Bag): readonly Failure[] {
  const [inbound, outbound] = ["inbound", "outbound"].map((direction) => textAt(news, "chap", direction, "password"));
  return inbound !== undefined && inbound === outbound && !isUnknown(inbound)
    ? [refused("chap.outbound.password", "the inbound and the outbound password must differ", "5374147")]
    : [];
}
