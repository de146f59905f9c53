import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Where Debian puts daemons, which is on few users' PATH. */
const DAEMONS = ["/usr/sbin", "/sbin"];

/** The file of a program, by its name and the Debian package that has it. Throws where it is not installed. */
export function neededProgram(name: string, debianPackage: string): string {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...DAEMONS];
  const found = folders.map((folder) => join(folder, name)).find(isExecutable);
  if (found === undefined) {
    throw new Error(`${name} is not installed: apt-get install ${debianPackage}`);
  }
  return found;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
