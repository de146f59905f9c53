import { closest } from "fastest-levenshtein";
import { OntapError } from "../rest";
import { CLUSTERS_KEY, connectionKeys, NAMESPACE } from "./keys";
import type { ConnectionKey } from "./settings";

/** The key of that name. Throws `configuration` for any other, with the one that was probably meant. */
export function knownKey(where: string, name: string): ConnectionKey {
  const known = connectionKeys.find((key) => key === name);
  if (known === undefined) {
    throw noSuchKey(`${where}.${name}`, `did you mean ${closest(name, [...connectionKeys])}?`);
  }
  return known;
}

/**
 * Throws `configuration` where one of these keys is none of ours: of our namespace in a stack's configuration, or, with
 * `isExplicit`, among the arguments of a provider.
 */
export function refuseUnknownKeys(names: readonly string[], isExplicit = false): void {
  const allowed: readonly string[] = isExplicit ? connectionKeys : [...connectionKeys, CLUSTERS_KEY];
  const unknown = names.find((name) => !allowed.includes(name));
  if (unknown === undefined) {
    return;
  }
  if (isExplicit) {
    throw noSuchKey(unknown, `did you mean ${closest(unknown, [...allowed])}?`);
  }
  const key = `${NAMESPACE}:${unknown}`;
  if (unknown.startsWith(`${CLUSTERS_KEY}.`)) {
    throw noSuchKey(
      key,
      "a key inside clusters is set with --path",
      `Run pulumi config rm ${key}, then set it with pulumi config set --path.`,
    );
  }
  const meant = closest(unknown, [...allowed]);
  throw noSuchKey(
    key,
    `did you mean ${meant}?`,
    `Run pulumi config rm ${key}, then pulumi config set ${NAMESPACE}:${meant}.`,
  );
}

function noSuchKey(key: string, remark: string, hint?: string): OntapError {
  return new OntapError({
    code: "configuration",
    operation: `use ${key}`,
    reason: `there is no such key; ${remark}`,
    ...(hint === undefined ? {} : { hint }),
  });
}
