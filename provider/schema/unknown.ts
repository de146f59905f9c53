/** The value by which the engine is told, in a preview, that a value is not known yet. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The values by which the engine says, in a preview, that a value is not known yet: one per type. */
const SENTINELS = new Set([
  UNKNOWN,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** True for a value that is not known yet. */
export function isUnknown(value: unknown): boolean {
  return typeof value === "string" && SENTINELS.has(value);
}

/** True where the value, or anything inside it, is given and known. */
export function hasKnown(value: unknown): boolean {
  return typeof value === "object" && value !== null
    ? Object.values(value).some(hasKnown)
    : value !== undefined && value !== null && !isUnknown(value);
}

/** True where the value, or anything inside it, is not known yet. */
export function hasUnknown(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.some(hasUnknown);
  }
  return typeof value === "object" && value !== null ? Object.values(value).some(hasUnknown) : isUnknown(value);
}
