import { SECRET } from "../stack/secrets";
import type { VerifiedCredential } from "../verify/report";
import { causesOf, type Unknown } from "./causes";
import type { DriftObject, Findings, Verified } from "./report";

/**
 * The findings with what logins said of recorded passwords: those proven are no longer unseen, those refused are drift,
 * and an object that was clean is unknown where a login could not tell.
 */
export function withVerdicts(findings: Findings, credentials: readonly VerifiedCredential[]): Findings {
  const verdicts = new Map(credentials.map((one) => [keyOf(one), one]));
  const told = new Map(
    findings.objects.map((object) => [object, withVerdict(object, verdicts.get(keyOf(object)))] as const),
  );
  const objects = [...told.values()];
  const causes = findings.causes.map((cause) => ({
    ...cause,
    objects: cause.objects.map((object) => told.get(object) ?? object),
  }));
  const unknowns = [...told].flatMap(([before, object]): readonly Unknown[] => {
    const { reason } = object;
    return before.status === "clean" && object.status === "unknown" && reason !== undefined
      ? [{ object, cause: { key: reason, reason, message: sentence(reason) } }]
      : [];
  });
  return { ...findings, objects, causes: [...causes, ...causesByPlace(unknowns)] };
}

function keyOf({ urn, row }: { readonly urn: string; readonly row?: string }): string {
  return JSON.stringify([urn, row ?? null]);
}

function withVerdict(object: DriftObject, credential: VerifiedCredential | undefined): DriftObject {
  if (credential === undefined) {
    return object;
  }
  const { inbound, outbound, portal, from, reason } = credential;
  const verified: Verified = {
    inbound,
    ...(outbound && { outbound }),
    ...(portal && { portal }),
    ...(from && { from }),
    ...(reason && { reason }),
  };
  const paths = (direction: string) => object.unseen.filter((path) => path.endsWith(`chap.${direction}.password`));
  const proven = [
    ...(inbound === "proven" ? paths("inbound") : []),
    ...(outbound === "proven" ? paths("outbound") : []),
  ];
  const refused = [
    ...(inbound === "refused" ? paths("inbound") : []),
    ...(outbound === "wrong proof" ? paths("outbound") : []),
  ];
  const unseen = object.unseen.filter((path) => !proven.includes(path) && !refused.includes(path));
  const isOpen = inbound === "unknown" || outbound === "unknown";
  const found = { ...object, unseen, verified };
  if (object.status !== "clean" && object.status !== "changed") {
    return found;
  }
  const changes = [...object.changes, ...refused.map((property) => ({ property, recorded: SECRET, actual: SECRET }))];
  if (changes.length > 0) {
    return { ...found, status: "changed", changes };
  }
  return isOpen && reason !== undefined ? { ...found, status: "unknown", reason } : found;
}

function causesByPlace(unknowns: readonly Unknown[]): Findings["causes"] {
  const places = new Map<string, Unknown[]>();
  for (const unknown of unknowns) {
    const key = JSON.stringify([unknown.object?.provider ?? null, unknown.object?.cluster ?? null]);
    places.set(key, [...(places.get(key) ?? []), unknown]);
  }
  return [...places.values()].flatMap((same) => {
    const first = same[0]?.object;
    if (first === undefined) {
      return [];
    }
    const { cluster, provider } = first;
    return causesOf({ cluster, ...(provider !== undefined && { provider }) }, same);
  });
}

function sentence(clause: string): string {
  return `Its password could not be verified: ${clause}.`;
}
