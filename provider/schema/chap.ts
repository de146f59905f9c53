import { type Failure, refused } from "./failure";
import { asObject, deepEqual, type PropertyMap, textAt } from "./property-map";
import { hasKnown, isUnknown } from "./unknown";

/** A password that gives its bytes by hexadecimal digits. */
const HEXADECIMAL = /^0x([0-9a-f]{2})+$/i;

/**
 * What is wrong with the CHAP part. `recorded` are the inputs of the last run: where they lack a password (an import
 * whose password is not known) and nothing of CHAP changes, it may go on missing, since nothing will be sent.
 */
export function chapFailures(news: PropertyMap, recorded: PropertyMap): readonly Failure[] {
  const type = typeOf(news);
  if (type === "none" || type === "deny") {
    const reason = `chap can be given only with authenticationType "chap", not with "${type}"`;
    return hasKnown(asObject(news.chap)) ? [refused("chap.inbound", reason, "5374900")] : [];
  }
  if (type !== "chap") {
    return [];
  }
  const unchanged = typeOf(recorded) === "chap" && deepEqual(news.chap, recorded.chap);
  const needed = unchanged ? ["user"] : ["user", "password"];
  return [...missing(news.chap, needed), ...byteFailures(news), ...hexFailures(news), ...equalPasswords(news)];
}

function typeOf(properties: PropertyMap): string | undefined {
  return textAt(properties, "authenticationType")?.toLowerCase();
}

function missing(chap: unknown, needed: readonly string[]): readonly Failure[] {
  const { inbound = {}, outbound } = chap === undefined ? {} : (asObject(chap) ?? { inbound: chap });
  return [
    ...lacking(inbound, needed).map((key) =>
      refused(
        `chap.inbound.${key}`,
        'authenticationType "chap" needs chap.inbound.user and chap.inbound.password',
        "5374149",
      ),
    ),
    ...lacking(outbound, needed).map((key) => {
      const [property, reason] = [`chap.outbound.${key}`, "chap.outbound needs both user and password"];
      // ONTAP's code is one for the password alone.
      return key === "password" ? refused(property, reason, "5374150") : { property, reason };
    }),
  ];
}

/** Which keys a pair lacks; none where it is no object, which the structure refuses, or not known yet. */
function lacking(pair: unknown, needed: readonly string[]): readonly string[] {
  const properties = asObject(pair);
  return properties === undefined ? [] : needed.filter((key) => properties[key] === undefined);
}

/** Longest in bytes. Source: "CHAP authentication" of ONTAP's SAN administration; their characters are declared. */
const MOST_BYTES = { user: 128, password: 512 };

function byteFailures(news: PropertyMap): readonly Failure[] {
  return ["inbound", "outbound"].flatMap((direction) =>
    Object.entries(MOST_BYTES).flatMap(([leaf, most]) => {
      const text = textAt(news, "chap", direction, leaf) ?? "";
      const property = `chap.${direction}.${leaf}`;
      const reason = `${property} must have at most ${most} bytes in UTF-8 and no null character`;
      // What has too many characters is refused by its declaration.
      const isTooLong = Buffer.byteLength(text) > most && [...text].length <= most;
      return isTooLong || text.includes("\0") ? [{ property, reason }] : [];
    }),
  );
}

function hexFailures(news: PropertyMap): readonly Failure[] {
  return ["inbound", "outbound"].flatMap((direction) => {
    const password = textAt(news, "chap", direction, "password");
    const hex = password !== undefined && /^0x/i.test(password);
    return hex && !HEXADECIMAL.test(password)
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

function equalPasswords(news: PropertyMap): readonly Failure[] {
  const [inbound, outbound] = ["inbound", "outbound"].map((direction) => textAt(news, "chap", direction, "password"));
  return inbound !== undefined && outbound !== undefined && !isUnknown(inbound) && isSameSecret(inbound, outbound)
    ? [refused("chap.outbound.password", "the inbound and the outbound password must differ", "5374147")]
    : [];
}

/** True where both mean the same bytes: `0x6162` is `ab`. */
function isSameSecret(a: string, b: string): boolean {
  return secretBytes(a).equals(secretBytes(b));
}

function secretBytes(password: string): Buffer {
  return HEXADECIMAL.test(password) ? Buffer.from(password.slice(2), "hex") : Buffer.from(password, "utf8");
}
