/** ONTAP's name of a field: `connections.initiatorAddress` is `connections.initiator_address`. */
export function wireName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
