import { rmSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./generated-sdk";
import { GoWorkspace } from "./go-workspace";

describe("the Go SDK", () => {
  let root: string;
  beforeAll(() => {
    root = temporaryFolder();
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  // Go's language host cannot be built from published modules, so that the program is not run.
  it("is generated, and a program with every property compiles against it", async () => {
    const workspace = await GoWorkspace.create(root, join(__dirname, "go-program"));
    await workspace.go(["mod", "tidy"]);
    await workspace.go(["vet", "./..."]);
    await workspace.go(["build", "-o", "program", "."]);
  });
});
