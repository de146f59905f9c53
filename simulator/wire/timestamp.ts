/** A time as it stands on the wire: ISO 8601 in UTC, whole seconds. */
export function timestampText(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
