import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { pythonProgram } from "../../cli/import/languages/python";
import { anyString, HOSTILE, planOf } from "../cli/import/languages/hostile";
import { SVM1 } from "../names";

/** Runs programs with stand-ins for Pulumi, and prints what each declares: class, name and arguments. */
const RUNNER = `
import json, sys, types
programs = json.load(sys.stdin)
made = []
class Resource:
    def __init__(self, name, **args):
        self.svm = args["svm"]
        made.append([type(self).__name__, name, args])
pulumi, sdk = types.ModuleType("pulumi"), types.ModuleType("pulumi_ontap_iscsi")
class Config:
    def require_secret(self, name):
        return {"secret": name}
pulumi.Config = Config
sdk.IscsiService = type("IscsiService", (Resource,), {})
sdk.IscsiCredentials = type("IscsiCredentials", (Resource,), {})
sys.modules.update(pulumi=pulumi, pulumi_ontap_iscsi=sdk)
results = []
for program in programs:
    made.clear()
    exec(compile(program, "__main__.py", "exec"), {})
    results.append(list(made))
print(json.dumps(results))
`;

type Made = readonly [type: string, name: string, args: Readonly<Record<string, unknown>>];

function declared(...programs: readonly string[]): ReadonlyArray<readonly Made[]> {
  const { status, stdout, stderr } = spawnSync("python3", ["-c", RUNNER], {
    input: JSON.stringify(programs),
    encoding: "utf8",
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout);
}

it("declares each object by the arguments of the Python SDK, with passwords from the configuration's secrets", () => {
  const text = pythonProgram(planOf("svm1", ["iqn.1998-01.com.example:host1"], "user", "plugin"));
  const svm = { name: "svm1", uuid: SVM1 };
  expect(declared(text)).toEqual([
    [
      ["IscsiService", "svm1", { svm, enabled: true, target: { alias: "user" } }],
      [
        "IscsiCredentials",
        "svm1/iqn.1998-01.com.example:host1",
        {
          svm,
          initiator: "iqn.1998-01.com.example:host1",
          authentication_type: "chap",
          chap: { inbound: { user: "user", password: { secret: "svm1-host1" } } },
          initiator_address: { ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }], masks: [] },
        },
      ],
    ],
  ]);
});

it("names the cluster of each object", () => {
  const [made] = declared(pythonProgram(planOf("svm1", ["a"], "user", "plugin", "east")));
  expect(made?.map(([, name, { cluster }]) => [name, cluster])).toEqual([
    ["east/svm1", "east"],
    ["east/svm1/a", "east"],
  ]);
});

it("keeps every string as it is", () => {
  const cases = fc.sample(fc.tuple(anyString, fc.uniqueArray(anyString, { maxLength: 4 }), anyString), 200);
  const all = [["svm1", [...HOSTILE], "{user}"] as const, ...cases];
  const results = declared(...all.map(([svm, names, user]) => pythonProgram(planOf(svm, names, user, "plugin"))));
  for (const [index, [svm, names, user]] of all.entries()) {
    const [service, ...credentials] = results[index] ?? [];
    expect([service?.[1], service?.[2].target]).toEqual([svm, { alias: user }]);
    expect(new Set(credentials.map(([, name]) => name))).toEqual(new Set(names.map((name) => `${svm}/${name}`)));
  }
});
