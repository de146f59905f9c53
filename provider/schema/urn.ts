/** Name of the resource that a URN is of. It is the last part, and may hold the separator itself. */
export function nameInUrn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
