import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resources } from "../../../provider/resources";
import { pulumiSchema } from "../../../provider/spec/pulumi-schema";
import { realEngine } from "../../engine/environment";
import { run } from "../../engine/run";

const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-schema-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What `pulumi schema check` says of a schema. */
async function checked(schema: object): Promise<{ code: number; text: string }> {
  const file = join(folder, "schema.json");
  writeFileSync(file, JSON.stringify(schema));
  const { code, stdout, stderr } = await run("pulumi", ["schema", "check", file], {
    cwd: folder,
    env: await realEngine(),
  });
  return { code, text: stdout + stderr };
}

const declared = pulumiSchema(Object.values(resources), "0.1.0");

test("pulumi schema check accepts the package schema without a warning", async () => {
  const { code, text } = await checked(declared);
  expect([code, text.toLowerCase()]).toEqual([0, expect.not.stringContaining("warning")]);
});

test("and rejects one that names a type which it does not declare", async () => {
  const { code, text } = await checked({ ...declared, types: {} });
  expect([code === 0, text]).toEqual([false, expect.stringContaining("ontap-iscsi:index:Svm")]);
});
