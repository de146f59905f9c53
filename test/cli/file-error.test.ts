import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileError, systemReason } from "../../cli/file-error";
import { readFile } from "../../cli/read-file";
import { writeFile } from "../../cli/write-file";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-files-"));
  writeFileSync(join(folder, "file"), "");
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  ["none", "could not read PATH: it does not exist"],
  [".", "could not read PATH: it is a folder"],
  ["file/below", "could not read PATH: a part of its path is not a folder"],
])("says in a sentence why %s cannot be read", async (name, message) => {
  const path = join(folder, name);
  await expect(readFile(path)).rejects.toThrow(
    expect.objectContaining({ name: "FileError", message: message.replace("PATH", path) }),
  );
});

it("names the folder that a file cannot be written into", async () => {
  const path = join(folder, "no", "report");
  const message = `could not write ${path}: the folder ${join(folder, "no")} does not exist`;
  await expect(writeFile(path, "text")).rejects.toThrow(expect.objectContaining({ message }));
});

it("names the code of what it has no words for, and leaves errors alone that are not the system's", () => {
  const odd = Object.assign(new Error("odd"), { code: "EODD", syscall: "open" });
  expect([systemReason(odd), fileError("read x", new Error("own"))]).toEqual([
    "the system reports EODD",
    new Error("own"),
  ]);
});
