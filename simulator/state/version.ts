import type { OntapVersion } from "./model";

/** The release that a simulator plays unless told otherwise. */
export const defaultVersion: OntapVersion = { generation: 9, major: 16, minor: 1 };

/** Reads `9.16.1`, also with a patch suffix as in `9.16.1P8`. Returns undefined for anything else. */
export function parseVersion(text: string): OntapVersion | undefined {
  const match = /^(\d+)\.(\d+)(?:\.(\d+))?(?:[A-Z]\w*)?$/.exec(text);
  if (match === null) {
    return undefined;
  }
  return { generation: Number(match[1]), major: Number(match[2]), minor: Number(match[3] ?? 0) };
}

/** True if the release is the given one or newer. */
export function atLeast(version: OntapVersion, generation: number, major: number): boolean {
  return version.generation > generation || (version.generation === generation && version.major >= major);
}

/** The text that `/api/cluster` shows as `version.full`; clients should not parse it. */
export function versionText({ generation, major, minor }: OntapVersion): string {
  return `NetApp Release ${generation}.${major}.${minor}: Mon Jan 01 00:00:00 UTC 2024`;
}
