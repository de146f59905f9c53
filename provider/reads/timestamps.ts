const DOCUMENTED = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?) ?(Z|[+-]\d\d:?\d\d)$/i;

/**
 * A timestamp in ISO 8601 and UTC, without a fraction of zero: `2017-01-25T11:20:13Z`. Takes also the form of ONTAP's
 * documents (`2017-01-25 11:20:13 +0000`); what is neither stays as it is.
 */
export function isoTimestamp(value: unknown): unknown {
  const parts = typeof value === "string" ? DOCUMENTED.exec(value) : null;
  if (parts === null) {
    return value;
  }
  const [, date, time, zone = "Z"] = parts;
  const instant = new Date(`${date}T${time}${zone.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, "$1:$2")}`);
  return Number.isNaN(instant.getTime()) ? value : instant.toISOString().replace(".000Z", "Z");
}
