/** Fields of request bodies whose values may stand in a message. Everything else that was sent is masked. */
const PUBLIC = new Set([
  "alias",
  "enabled",
  "name",
  "uuid",
  "initiator",
  "authentication_type",
  "user",
  "start",
  "end",
  "address",
  "netmask",
]);

const SHORTEST_MASKED = 4;

/**
 * ONTAP's own message, without anything that was sent and is not public. ONTAP may quote what it refuses, and a
 * password is something that it can refuse. Where a private value is too short to be told from other text, or the
 * message is not a single sentence, nothing of the message is kept.
 */
export function publicMessage(message: string, sent: unknown, secrets: readonly string[]): string {
  const hidden = [...secrets, ...privateValues(sent)].filter((value) => value !== "");
  if (hidden.some((value) => value.length < SHORTEST_MASKED && message.includes(value))) {
    return "(message withheld, since it may quote a password)";
  }
  const masked = hidden
    .sort((a, b) => b.length - a.length)
    .reduce((text, value) => text.replaceAll(value, "[secret]"), message);
  return masked.replace(/\s+/g, " ").trim().slice(0, 500);
}

function privateValues(sent: unknown, key = ""): string[] {
  if (typeof sent === "string") {
    return PUBLIC.has(key) ? [] : [sent];
  }
  if (Array.isArray(sent)) {
    return sent.flatMap((item) => privateValues(item, key));
  }
  if (typeof sent === "object" && sent !== null) {
    return Object.entries(sent).flatMap(([name, value]) => privateValues(value, name));
  }
  return [];
}
