import { isDeepStrictEqual } from "node:util";
import type { ExportedResource } from "../../test/engine/project";

/**
 * Throws where two stacks record other properties of the same objects: a floor is one only for the same URNs, ids and
 * property bags. Numbers in names, the provider's text and which adoption it was may differ.
 */
export function requireSameBags(ours: readonly ExportedResource[], floor: readonly ExportedResource[]): void {
  const [a, b] = [bags(ours), bags(floor)];
  if (!isDeepStrictEqual(a, b)) {
    const show = (value: unknown) => JSON.stringify(value, null, 2);
    throw new Error(`the floor records other properties than the package: ${show(b)}\ninstead of ${show(a)}`);
  }
}

function bags(resources: readonly ExportedResource[]): unknown {
  const chosen = resources.map(({ urn, id, inputs, outputs }) => ({ urn, id, inputs, outputs }));
  const own = chosen.filter(({ urn }) => urn.includes("dynamic/ontap-iscsi"));
  return JSON.parse(
    JSON.stringify(own, (key, value) => (key === "__provider" ? undefined : key === "owner" ? "an adoption" : value)),
    (_, value) => (typeof value === "string" ? value.replace(/\d+/g, "0") : value),
  );
}
