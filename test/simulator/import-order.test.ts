import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const root = resolve(__dirname, "../../simulator");

/**
 * The simulator's floors; each may import from itself and from those before it. A floor is a folder, except for the
 * tables: each is in the folder of its collection, and everything that looks at the state may import it.
 */
const floors = [
  "wire",
  "input",
  "accounts",
  "tables",
  "state",
  "access",
  "query",
  "rules",
  "iscsi",
  "metrics",
  "collections",
  "rest",
  "faults",
  "control",
  "server",
];

describe("the simulator's imports", () => {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const imports = new Map(files.map((file) => [file, importedBy(file)]));

  test("run one way between the floors", () => {
    const found = new Set(files.filter((file) => file.includes("/")).map(floorOf));
    expect([...found].sort()).toEqual([...floors].sort());
    const against = [...imports].flatMap(([file, targets]) =>
      targets
        .filter((target) => file.includes("/") && target.includes("/") && rank(target) > rank(file))
        .map((target) => `${file} -> ${target}`),
    );
    expect(against).toEqual([]);
  });

  test("never lead back to where they started", () => {
    const circles = files.filter((file) => reachable(file).has(file));
    expect(circles).toEqual([]);
    expect(reachable("index.ts").size).toBeGreaterThan(100);
  });

  function reachable(start: string): Set<string> {
    const seen = new Set<string>();
    const open = [start];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      for (const target of imports.get(file) ?? []) {
        if (seen.has(target)) {
          continue;
        }
        seen.add(target);
        open.push(target);
      }
    }
    return seen;
  }
});

function importedBy(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/from "(\.[^"]*)"/g)].map(([, path = ""]) => {
    const target = join(root, dirname(file), path);
    return relative(root, existsSync(`${target}.ts`) ? `${target}.ts` : join(target, "index.ts"));
  });
}

function floorOf(file: string): string {
  return /^collections\/(?:.*\/)?table\.ts$/.test(file) ? "tables" : (file.split("/")[0] ?? "");
}

function rank(file: string): number {
  return floors.indexOf(floorOf(file));
}
