import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { environmentName } from "../../provider/connection/keys";
import { type Setting, settings } from "../../provider/connection/settings";
import { resources } from "../../provider/resources";
import { connect, metricSteps, OntapError, query } from "../../provider/rest";
import type { Failure } from "../../provider/schema/failure";
import * as sdk from "../../sdk";
import { type Simulator, startSimulator } from "../../simulator";
import { ontapIscsi } from "../cli/executable";
import { documentText, ROOT } from "./documents";

const configurationPage = documentText("docs/reference/configuration.md");
const resourcesPage = documentText("docs/reference/resources.md");
const errorsPage = documentText("docs/reference/errors.md");
const codesPage = documentText("docs/reference/codes.md");
const dataFunctionsPage = documentText("docs/reference/data-functions.md");
const commandLinePage = documentText("docs/reference/command-line.md");
const simulatorPage = documentText("docs/simulator.md");
const STRANGE = "zzzzzzzzzzzz";

/** Names of `wanted` that the text does not hold as code. */
function lacking(text: string, wanted: readonly string[]): readonly string[] {
  const code = new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, inner = ""]) => inner));
  return wanted.filter((name) => !code.has(name));
}

/** The row of a setting in the page of the configuration. */
function configurationRow({ key, doc, isRequired, default: usual, whenOmitted = "", variable }: Setting): string {
  const omitted = isRequired === true ? "required" : usual === undefined ? whenOmitted : `\`${usual}\``;
  const environment = `\`${environmentName(key)}\`${variable === undefined ? "" : `, ${variable}`}`;
  return [`| \`${key}\``, doc, omitted, environment]
    .join(" | ")
    .replace(/ \| {2}\| /g, " | | ")
    .concat(" |");
}

/** The codes of ONTAP that a source file names. */
function codesIn(...path: readonly string[]): readonly string[] {
  return [...readFileSync(join(ROOT, ...path), "utf8").matchAll(/"(\d+)"/g)].map(([, code = ""]) => code);
}

/** Every property of a resource, found by what its refusal of a strange one says is allowed: `ranges[].start`. */
function properties(failures: (news: object) => readonly Failure[], path: readonly string[] = []): readonly string[] {
  return allowed(failures, path).flatMap((name) => {
    const [object, list] = [
      [...path, name],
      [...path, `${name}[]`],
    ];
    const inner = [...properties(failures, object), ...properties(failures, list)];
    return inner.length > 0 ? inner : [object.join(".")];
  });
}

function allowed(failures: (news: object) => readonly Failure[], path: readonly string[]): readonly string[] {
  const news = path.reduceRight<object>(
    (inner, key) => (key.endsWith("[]") ? { [key.slice(0, -2)]: [inner] } : { [key]: inner }),
    { [STRANGE]: 1 },
  );
  const reasons = failures(news).map(({ reason }) => reason);
  const names = reasons.flatMap((reason) => /zzzz; allowed are (.*)$/.exec(reason)?.[1]?.split(", ") ?? []);
  return [...new Set(names)];
}

/** Variables of the environment that the sources of a folder read by name. */
function variablesIn(folder: string): readonly string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.ts$/.test(name),
  );
  const sources = files.map((name) => readFileSync(join(ROOT, folder, name), "utf8"));
  return sources.flatMap((source) => [...source.matchAll(/\benv\.(ONTAP_[A-Z_]+)/g)].map(([, name = ""]) => name));
}

test("the page of the configuration describes every key as it is declared, and names every other variable", () => {
  const unlinked = configurationPage.replace(/\[([^\]]*)\]\(#[^)]*\)/g, "$1");
  const rows = settings.map((setting) => configurationRow(setting));
  expect(rows.filter((row) => !unlinked.includes(`\n${row}\n`))).toEqual([]);
  const variables = ["provider", "sdk", "cli"].flatMap(variablesIn);
  expect(variables.length).toBeGreaterThan(1);
  expect(lacking(configurationPage, variables)).toEqual([]);
});

test.each(Object.entries(resources))("the page of the resources names every property of %s", (_type, definition) => {
  const all = properties((news) => definition.failures({ ...news }, {}));
  const ofAll = ["svm.uuid", "cluster", "adopt", "forceDisconnect"];
  expect(all).toEqual(expect.arrayContaining(ofAll));
  expect(all.length).toBeGreaterThan(ofAll.length + 1);
  expect(lacking(resourcesPage, all)).toEqual([]);
});

test("the pages of errors and codes say what to do about every code of ONTAP that the package knows, and every kind of error", () => {
  const schemas = readdirSync(join(ROOT, "provider/schema"));
  const codes = [...codesIn("provider/rest/codes.ts"), ...schemas.flatMap((file) => codesIn("provider/schema", file))];
  expect(codes.length).toBeGreaterThan(30);
  const table = codesPage.split("\n").filter((line) => /^\| \d/.test(line));
  const told = new Set(table.flatMap((line) => line.split("|")[1]?.match(/\d+/g) ?? []));
  expect([...new Set(codes)].filter((code) => !told.has(code))).toEqual([]);
  const kinds = [...readFileSync(join(ROOT, "provider/rest/ontap-error.ts"), "utf8").matchAll(/^ {2}\| "([a-z-]+)"/gm)];
  expect(kinds.length).toBeGreaterThan(5);
  expect(
    lacking(
      errorsPage,
      kinds.map(([, kind = ""]) => kind),
    ),
  ).toEqual([]);
});

test("the page of the errors names every field of an error", () => {
  const error = new OntapError({ code: "api-error", operation: "read", reason: "it failed" });
  expect(lacking(errorsPage, [...Object.keys(error).filter((key) => key !== "name"), "message", "cause"])).toEqual([]);
});

test("the page of the data functions names every function, expression and interval", () => {
  const functions = Object.keys(sdk).filter(
    (name) => /^(get|find|count|iterate)/.test(name) && !name.endsWith("Output"),
  );
  expect(functions.length).toBeGreaterThan(12);
  expect(functions.filter((name) => !dataFunctionsPage.includes(`\`${name}(`))).toEqual([]);
  expect(Object.keys(query).filter((name) => !dataFunctionsPage.includes(`\`query.${name}`))).toEqual([]);
  expect(lacking(dataFunctionsPage, Object.keys(metricSteps))).toEqual([]);
});

test("the page of the REST module names every collection of a client", () => {
  const {
    origin: _origin,
    mayHaveChanged: _mayHaveChanged,
    ...collections
  } = connect({ host: "127.0.0.1", token: "none" });
  expect(lacking(documentText("docs/rest-module.md"), Object.keys(collections))).toEqual([]);
});

test.each(["doctor", "drift", "import", "sessions", "simulate"])(
  "the page of the command line names every option of %s",
  async (command) => {
    const { stdout } = await ontapIscsi([command, "--help"]);
    const options = [...stdout.matchAll(/^ {2}(--[a-z-]+(?: [A-Z]+)?)/gm)].map(([, option = ""]) => option);
    expect(options.length).toBeGreaterThan(2);
    const [, section = ""] = commandLinePage.split(`## ontap-iscsi ${command}\n`);
    expect(lacking(section.split("\n## ")[0] ?? "", options)).toEqual([]);
  },
);

describe("the simulator's page", () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterAll(() => simulator.close());

  test("names every setting, every open question and every fault", async () => {
    const settings: Record<string, object> = JSON.parse(await (await fetch(`${simulator.controlUrl}/settings`)).text());
    const refusal = await fetch(`${simulator.controlUrl}/faults`, { method: "POST", body: '{"kind":"none such"}' });
    const { error }: { error: string } = JSON.parse(await refusal.text());
    const kinds = /must be one of (.*)$/.exec(error)?.[1]?.split(", ") ?? [];
    const switches = Object.keys(settings.unknowns ?? {});
    expect([kinds.length, switches.length].every((count) => count > 10)).toBe(true);
    expect(Object.keys(settings).filter((name) => !simulatorPage.includes(name))).toEqual([]);
    expect(kinds.filter((kind) => !simulatorPage.includes(`| \`${kind}`))).toEqual([]);
    expect(lacking(simulatorPage, switches)).toEqual([]);
    expect(lacking(documentText("docs/unknowns.md"), switches)).toEqual([]);
  });
});
