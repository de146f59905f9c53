import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { stackConfiguration } from "../../../cli/stack/configuration";
import { resolveConnection } from "../../../provider/connection";
import { everythingIn } from "../../provider/rest/everything-in";

const PATH = process.env.PATH;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-configuration-"));
  process.env.PATH = `${folder}${delimiter}${PATH}`;
});
afterEach(() => {
  process.env.PATH = PATH;
  rmSync(folder, { recursive: true });
});

/** A `pulumi` that prints this. */
function printing(text: string): void {
  const file = join(folder, "pulumi");
  writeFileSync(file, `#!/bin/sh\ncat <<'END'\n${text}\nEND\n`);
  chmodSync(file, 0o755);
}

it("the stack's own keys are read, secrets in clear", async () => {
  printing(
    JSON.stringify({ "ontap-iscsi:password": { value: "hunter2", secret: true }, "other:host": { value: "x" } }),
  );
  const config = await stackConfiguration({ cwd: folder });
  expect([config("password"), config("host")]).toEqual(["hunter2", undefined]);
});

it("a misspelled key is refused by name", async () => {
  printing(JSON.stringify({ "ontap-iscsi:hots": { value: "array1" }, "other:hots": { value: "x" } }));
  const config = await stackConfiguration({ cwd: folder });
  expect(() => resolveConnection(config, {})).toThrow(/ontap-iscsi:hots: there is no such key; did you mean host\?/);
});

it("a configuration that cannot be read is an error without a word of it", async () => {
  printing('{"ontap-iscsi:password": {"value": hunter2}}');
  const error: unknown = await stackConfiguration({ cwd: folder }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "StackError", message: expect.stringContaining("did not print JSON") });
  expect(everythingIn(error)).not.toContain("hunter");
});
