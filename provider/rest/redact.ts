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
 * password is something that it can refuse. Where a private value is too short to be told from other text, nothing of
 * the message is kept.
 */
export function publicMessage(message: string, sent: unknown, secrets: readonly string[]): string {
  const hidden = [...secrets, ...privateValues(sent)].map((value) => value.trim()).filter((value) => value !== "");
  const lower = message.toLowerCase();
  if (hidden.some((value) => value.length < SHORTEST_MASKED && lower.includes(value.toLowerCase()))) {
    return "(message withheld, since it may quote a password)";
  }
  const masked = hidden
    .sort((a, b) => b.length - a.length)
    .reduce((text, value) => text.replace(spelledAnyhow(value), "[secret]"), message);
  return masked.replace(/\s+/g, " ").trim().slice(0, 500);
}

/** Matches a value also where case or spaces were changed on the way. */
function spelledAnyhow(value: string): RegExp {
  const words = value.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp(words.join("\\s+"), "gi");
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
