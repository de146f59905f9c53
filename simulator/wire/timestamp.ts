/** A time in wire form: ISO 8601 in UTC, whole seconds. */
export function timestampText(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/**
 * Milliseconds since 1970 of a timestamp, or undefined. Takes ISO 8601 and the forms that NetApp's documents and library
 * print: `2017-01-25 11:20:13 +0000`, `2025-12-31 23:00:15+00:00`. Without a zone it is UTC.
 */
export function parseTimestamp(text: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, date, time = "00:00:00", zone = "Z"] = match;
  // JavaScript takes 30 February for 2 March.
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(`${date}`)) {
    return undefined;
  }
  const instant = Date.parse(`${date}T${time}${zone.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2").toUpperCase()}`);
  return Number.isNaN(instant) ? undefined : instant;
}
