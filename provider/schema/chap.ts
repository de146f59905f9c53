import { type Failure, refused } from "./failure";
import { asObject, deepEqual, type PropertyMap, textAt } from "./property-map";
import { hasKnown, isUnknown } from "./unknown";

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
  return [...missing(news.chap, needed), ...hexFailures(news), ...equalPasswords(news)];
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
    ...lacking(outbound, needed).map((key) =>
      refused(`chap.outbound.${key}`, "chap.outbound needs both user and password", "5374150"),
    ),
  ];
}

/** Which keys a pair lacks; none where it is no object, which the structure refuses, or not known yet. */
function lacking(pair: unknown, needed: readonly string[]): readonly string[] {
  const properties = asObject(pair);
  return properties === undefined ? [] : needed.filter((key) => properties[key] === undefined);
}

function hexFailures(news: PropertyMap): readonly Failure[] {
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

function equalPasswords(news: PropertyMap): readonly Failure[] {
  const [inbound, outbound] = ["inbound", "outbound"].map((direction) => textAt(news, "chap", direction, "password"));
  return inbound !== undefined && inbound === outbound && !isUnknown(inbound)
    ? [refused("chap.outbound.password", "the inbound and the outbound password must differ", "5374147")]
    : [];
}
