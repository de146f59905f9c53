import { join } from "node:path";
import { CHECKOUT } from "../checkout";
import { PROJECTS, projectOf, testsByProject } from "./projects";

const of = (file: string) => projectOf(join(CHECKOUT, "test", file));

test.each([
  ["languages", "is in the folder of the languages", "languages/python.test.ts"],
  ["matrix", "is in the folder of the long tables", "matrix/every-property.test.ts"],
  ["engine", "runs the engine through a harness", "e2e/get.test.ts"],
  ["engine", "runs the engine by itself", "plugin/install.test.ts"],
  ["hosted", "calls the provider in the dynamic host", "provider/adopt.test.ts"],
  ["hosted", "runs the command line", "cli/drift/usage.test.ts"],
  ["hosted", "starts a process by itself", "tools/import-direction.test.ts"],
  ["hosted", "tests what starts processes", "tools/engine.test.ts"],
  ["unit", "sends HTTP in its own process", "provider/rest/transport.test.ts"],
  ["unit", "runs a simulator in its own process", "provider/lifecycle/read.test.ts"],
])("a test is of the project %s where it %s", (project, _what, file) => {
  expect(of(file)).toBe(project);
});

test("every test is of one project, the slowest project comes first, and each has a time of its own", () => {
  const files = Object.values(testsByProject()).flat();
  expect(new Set(files).size).toBe(files.length);
  expect(Object.keys(PROJECTS)).toEqual(["languages", "matrix", "engine", "hosted", "unit"]);
  const times = Object.values(PROJECTS).map(({ timeoutMs }) => timeoutMs);
  expect(times).toEqual([...times].sort((a, b) => b - a));
});
