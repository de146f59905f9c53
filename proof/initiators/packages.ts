import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Debian packages with real initiators and targets, and what each is needed for. */
const PACKAGES = [
  { name: "gcc", program: "gcc" },
  { name: "libiscsi-bin", program: "iscsi-inq" },
  { name: "libiscsi-dev", header: "/usr/include/iscsi/iscsi.h" },
  { name: "tgt", program: "tgtd" },
] as const;

/** Folders of programs that only root has on PATH. */
const SYSTEM_FOLDERS = ["/usr/sbin", "/sbin"];

/**
 * The packages that this machine lacks, none where all are installed.
 *
 * @param path where programs are looked for, besides the system's own folders
 */
export function missingPackages(path = [process.env.PATH ?? "", ...SYSTEM_FOLDERS].join(delimiter)): string[] {
  const folders = path.split(delimiter);
  const isThere = (one: (typeof PACKAGES)[number]) =>
    "header" in one ? existsSync(one.header) : folders.some((folder) => existsSync(join(folder, one.program)));
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
