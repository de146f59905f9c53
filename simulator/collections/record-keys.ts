import { isList, isRecord, type Json, type WireRecord } from "../wire/json";

/** The text of a field that names something, array members by index; the records are our own, so it is there. */
export function keyText(record: WireRecord, name: string): string {
  let value: Json | undefined = record;
  for (const key of name.split(".")) {
    value = isList(value) ? value[Number(key)] : isRecord(value) ? value[key] : undefined;
  }
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
