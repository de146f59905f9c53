import type { InputReader } from "../input/reader";

/** An ONTAP release. */
export interface OntapVersion {
  readonly generation: number;
  readonly major: number;
  readonly minor: number;
}

/** The release that a simulator emulates by default. */
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

/** The release a fixture names, as `{generation, major, minor}`; `full` is made from these. */
export function readVersion(top: InputReader): OntapVersion | undefined {
  const version = top.object("version", ["generation", "major", "minor", "full"]);
  if (version === undefined) {
    return undefined;
  }
  const numbers = ["generation", "major", "minor"].map((key) => version.integer(key) ?? (key === "minor" ? 0 : -1));
  const parsed = parseVersion(numbers.join("."));
  if (parsed === undefined) {
    throw top.fail("version", "needs generation and major as numbers, such as 9 and 16");
  }
  return parsed;
}
