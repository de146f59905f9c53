import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { proof } from "../../proof/upgrade";
import { proveStack } from "../../proof/upgrade/prove-stack";
import { STACKS } from "./stacks";

test("every recorded stack is tested", () => {
  const subfolders = (path: string) =>
    readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const recorded = subfolders(__dirname).flatMap((commit) =>
    subfolders(join(__dirname, commit)).map((stack) => `${commit}/${stack}`),
  );
  expect(STACKS.map(({ folder }) => folder).sort()).toEqual(recorded.sort());
});

test.each(STACKS)("$folder names nothing of the machine that made it", ({ folder }) => {
  const text = readFileSync(join(__dirname, folder, "export.json"), "utf8");
  expect(text).not.toMatch(/"(sourcePosition|stackTrace|secrets_providers|ciphertext|created|modified)":|127\.0\.0\.1/);
});

// The short form of the proof, stack by stack, so that it is said which one fails.
test.each(STACKS)(`$folder: ${proof.title}`, async (stack) => {
  expect(await proveStack(stack)).toMatchObject({ changes: 0, errors: 0, failures: [] });
});
