import { visible } from "./printable";
import { encodings, folded, readings } from "./spellings";

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
/** How much of a value, half of it within these bounds, is more than chance in a message. */
const [SHORTEST_PIECE, LONGEST_PIECE] = [6, 8];
const LONGEST_READ = 2_000;
const LONGEST_KEPT = 500;
const WITHHELD = "(message withheld, since it may quote a password)";

/** Stands for a mask while a string is read, so that the mask itself is taken for no part of a secret. */
const MASK = "\u0000";
/** What follows a value of which only the beginning was quoted. */
const CUT = /^(?:$|\.\.\.|["'`\u2018\u2019\u201c\u201d\u00bb)\]}>])/;

/**
 * ONTAP's own message, without anything that was sent and is not public. ONTAP may quote what it refuses, and a
 * password is something that it can refuse. Quoted as it was sent, in any case and spacing, a private value is masked;
 * where the message may hold it escaped, encoded or cut off, or the value is too short to be told apart from other text,
 * nothing of the message is kept. Characters that could steer a terminal are left out.
 */
export function publicMessage(message: string, sent: unknown, secrets: readonly string[]): string {
  const [shown, kept] = [valuesOf(sent, true), valuesOf(sent, false)];
  const hidden = [...new Set([...secrets, ...kept].map((value) => visible(value, " ").trim()))].filter(Boolean);
  const masked = hidden
    .filter((value) => value.length >= SHORTEST_MASKED)
    .sort((a, b) => b.length - a.length)
    .reduce((text, value) => text.replace(looseMatcher(value), MASK), visible(message.slice(0, LONGEST_READ), " "));
  const read = readings(masked).map(folded);
  const known = shown.map(folded);
  if (hidden.some((value) => mayBeIn(read, value, known))) {
    return WITHHELD;
  }
  return masked.replaceAll(MASK, "[secret]").replace(/\s+/g, " ").trim().slice(0, LONGEST_KEPT);
}

/** ONTAP's code as a string: a number as it stands, anything else as {@link publicMessage} lets it through. */
export function publicCode(code: string | number, sent: unknown, secrets: readonly string[]): string {
  const text = String(code);
  return /^\d{1,12}$/.test(text) ? text : publicMessage(text, sent, secrets);
}

/** Matches a value also where case or spaces were changed on the way. */
function looseMatcher(value: string): RegExp {
  const words = value.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp(words.join("\\s+"), "gi");
}

/** True where texts may hold a value or a piece of it. What they hold of it that is `known` anyway does not count. */
function mayBeIn(read: readonly string[], value: string, known: readonly string[]): boolean {
  const isNews = (piece: string) => !known.some((text) => text.includes(piece));
  if (value.length < SHORTEST_MASKED) {
    return read.some((text) => text.includes(folded(value)));
  }
  return [value, ...encodings(value)].map(folded).some((form) => {
    const length = Math.min(LONGEST_PIECE, Math.max(SHORTEST_PIECE, Math.ceil(form.length / 2)), form.length);
    const pieces = new Set(windows(form, length).filter(isNews));
    return read.some(
      (text) => windows(text, length).some((piece) => pieces.has(piece)) || beginnings(text, form).some(isNews),
    );
  });
}

/** First characters of a value, four or more, that stand in a string before what marks a cut. */
function beginnings(text: string, value: string): readonly string[] {
  const found: string[] = [];
  const shortest = value.slice(0, SHORTEST_MASKED);
  for (let at = text.indexOf(shortest); at >= 0; at = text.indexOf(shortest, at + 1)) {
    let end = at + shortest.length;
    while (end < text.length && end - at < value.length && text[end] === value[end - at]) {
      end += 1;
    }
    if (CUT.test(text.slice(end, end + 3))) {
      found.push(text.slice(at, end));
    }
  }
  return found;
}

function windows(text: string, length: number): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length));
}

/** The texts of a request body that are public, or those that are not. */
function valuesOf(sent: unknown, areShown: boolean, key = ""): string[] {
  if (typeof sent === "string") {
    return PUBLIC.has(key) === areShown ? [sent] : [];
  }
  if (Array.isArray(sent)) {
    return sent.flatMap((item) => valuesOf(item, areShown, key));
  }
  if (typeof sent === "object" && sent !== null) {
    return Object.entries(sent).flatMap(([name, value]) => valuesOf(value, areShown, name));
  }
  return [];
}
