import { join } from "node:path";
import ts from "typescript";
import { blocks, ROOT } from "./documents";

/** What a block that is only a part of a program stands behind. */
const BEFORE = `
import * as pulumi from "@pulumi/pulumi";
import { getIscsiServiceMetricsOutput, getIscsiSessionsOutput, IscsiCredentials, IscsiCredentialsTable, IscsiService, query } from "pulumi-ontap-iscsi";
declare const service: IscsiService;
declare const config: pulumi.Config;
`;

const programs = blocks("ts").map(({ place, text }) => ({
  place,
  text: text.includes("import ") ? text : `${BEFORE}${text}`,
  // Beside package.json, so that the package's own name leads to what it exports; a module, which may await.
  file: join(ROOT, `${place.replace(/\W/g, "-")}.mts`),
}));

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  types: ["node"],
};

/** What the compiler says of each block; one run over all of them, since loading the libraries is most of the time. */
function complaints(): ReadonlyMap<string, readonly string[]> {
  const texts = new Map(programs.map(({ file, text }) => [file, text]));
  const host = ts.createCompilerHost(options);
  const compiler = ts.createProgram([...texts.keys()], options, {
    ...host,
    fileExists: (file) => texts.has(file) || host.fileExists(file),
    readFile: (file) => texts.get(file) ?? host.readFile(file),
    getSourceFile: (file, version, ...rest) => {
      const text = texts.get(file);
      return text === undefined ? host.getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version);
    },
  });
  return new Map(
    programs.map(({ file, place }) => [
      place,
      ts
        .getPreEmitDiagnostics(compiler, compiler.getSourceFile(file))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    ]),
  );
}

test("every TypeScript block of the documents compiles against the package's types", () => {
  const found = complaints();
  expect(found.size).toBeGreaterThan(5);
  expect(Object.fromEntries([...found].filter(([, said]) => said.length > 0))).toEqual({});
});
