import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Debian packages with real initiators and targets, and what each is needed for. */
const PACKAGES = [
  { name: "gcc", program: "gcc" },
  { name: "libiscsi-bin", program: "iscsi-inq" },
  { name: "libiscsi-dev", header: "/usr/include/iscsi/iscsi.h" },
  { name: "tgt", program: "tgtd" },
] as const;

/** Where programs are looked for: PATH, and folders that only root has on it. */
const PATH = [process.env.PATH ?? "", "/usr/sbin", "/sbin"].join(delimiter);

/**
 * The packages that this machine lacks, none where all are installed.
 *
 * @param path where programs are looked for
 */
export function missingPackages(path = PATH): string[] {
  const isThere = (one: (typeof PACKAGES)[number]) =>
    "header" in one ? existsSync(one.header) : fileOn(path, one.program) !== undefined;
  return PACKAGES.filter((one) => !isThere(one)).map(({ name }) => name);
}

/** Throws an Error that names the packages that are missing, and how to get them. */
export function requirePackages(missing: readonly string[] = missingPackages()): void {
  if (missing.length > 0) {
    const names = missing.join(" ");
    throw new Error(
      `Debian packages are missing: ${names}. Without them no real initiator can be run: apt-get install ${names}`,
    );
  }
}

/** The file of a program of these packages. Throws where there is none. */
export function programFile(name: string): string {
  const file = fileOn(PATH, name);
  if (file === undefined) {
    throw new Error(`there is no program ${name} on ${PATH}`);
  }
  return file;
}

function fileOn(path: string, program: string): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file));
}
