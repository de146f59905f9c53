import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connectionKeys, environmentName } from "../../provider/connection/keys";
import { iscsiCredentials } from "../../provider/resources/iscsi-credentials";
import { iscsiService } from "../../provider/resources/iscsi-service";
import type { Failure } from "../../provider/schema/failure";
import { type Simulator, startSimulator } from "../../simulator";
import { ontapIscsi } from "../cli/executable";
import { documentText, ROOT } from "./documents";

const readme = documentText("README.md");
const simulatorPage = documentText("docs/simulator.md");
const STRANGE = "zzzzzzzzzzzz";

/** Names of `wanted` that the text does not hold as code. */
function lacking(text: string, wanted: readonly string[]): readonly string[] {
  const code = new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, inner = ""]) => inner));
  return wanted.filter((name) => !code.has(name));
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

test("the README names every key of the configuration, with its variable", () => {
  expect(lacking(readme, [...connectionKeys])).toEqual([]);
  expect(connectionKeys.map((key) => environmentName(key)).filter((name) => !readme.includes(`\`${name}\``))).toEqual(
    [],
  );
});

test.each([
  [
    "IscsiService",
    (news: object) => iscsiService.failures({ ...news }, {}),
    ["enabled", "target.alias"],
  ],
  [
    "IscsiCredentials",
    (news: object) => iscsiCredentials.failures({ ...news }, {}),
    ["chap.outbound.password", "initiatorAddress.ranges[].end"],
  ],
])("the README names every property of %s", (_type, failures, among) => {
  const all = properties(failures);
  expect(all).toEqual(expect.arrayContaining(["svm.uuid", "cluster", "adopt", "forceDisconnect", ...among]));
  expect(lacking(readme, all)).toEqual([]);
});

test("the README says what to do about every code of ONTAP that the package knows, and every kind of error", () => {
  const schemas = readdirSync(join(ROOT, "provider/schema"));
  const codes = [...codesIn("provider/rest/codes.ts"), ...schemas.flatMap((file) => codesIn("provider/schema", file))];
  expect(codes.length).toBeGreaterThan(30);
  const table = readme.split("\n").filter((line) => /^\| \d/.test(line));
  const told = new Set(table.flatMap((line) => line.split("|")[1]?.match(/\d+/g) ?? []));
  expect([...new Set(codes)].filter((code) => !told.has(code))).toEqual([]);
  const kinds = [...readFileSync(join(ROOT, "provider/rest/ontap-error.ts"), "utf8").matchAll(/^ {2}\| "([a-z-]+)"/gm)];
  expect(kinds.length).toBeGreaterThan(5);
  expect(
    lacking(
      readme,
      kinds.map(([, kind = ""]) => kind),
    ),
  ).toEqual([]);
});

describe("the simulator's page", () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterAll(() => simulator.close());

  test("names every option of the command", async () => {
    const { stdout } = await ontapIscsi(["simulate", "--help"]);
    const options = [...stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option = ""]) => option);
    expect(options.length).toBeGreaterThan(5);
    expect(options.filter((option) => !simulatorPage.includes(option))).toEqual([]);
  });

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
