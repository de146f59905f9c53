import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { ModuleKind, transpile } from "typescript";
import { typescriptProgram } from "../../../../cli/import/languages/typescript";
import { anyString, HOSTILE, planOf } from "./hostile";

type Made = readonly [type: string, name: string, args: Readonly<Record<string, unknown>>, options: unknown];

/** What a program declares, with stand-ins for Pulumi: class, name, arguments and options. */
function declared(program: string): readonly Made[] {
  const made: Made[] = [];
  const resource = (type: string) =>
    class {
      readonly svm: unknown;
      constructor(name: string, args: Readonly<Record<string, unknown>>, options: unknown) {
        this.svm = args.svm;
        made.push([type, name, args, options]);
      }
    };
  const own = Object.fromEntries(
    ["IscsiService", "IscsiCredentials", "Provider"].map((type) => [type, resource(type)]),
  );
  class Config {
    constructor(readonly namespace = "") {}
    get = (key: string) => `${this.namespace}:${key}`;
    getNumber = (key: string) => `number ${this.namespace}:${key}`;
    getSecret = (key: string) => `secret ${this.namespace}:${key}`;
    requireSecret = (key: string) => `secret ${key}`;
  }
  const modules: Readonly<Record<string, unknown>> = { "@pulumi/pulumi": { Config }, "pulumi-ontap-iscsi": own };
  const source = transpile(program, { module: ModuleKind.CommonJS });
  runInNewContext(source, { exports: {}, require: (name: string) => modules[name] });
  return JSON.parse(JSON.stringify(made));
}

it("declares a provider by the stack's configuration, and gives it to each resource", () => {
  const connection = { host: "cluster1", username: "admin", password: "never-written", timeoutMs: 5000 };
  const text = typescriptProgram(planOf("svm1", ["a"], "user", "plugin"), connection);
  expect(text).not.toMatch(/never-written|cluster1|admin|5000/);
  const [provider, ...others] = declared(text);
  expect(provider?.slice(0, 3)).toEqual([
    "Provider",
    "ontap",
    {
      host: "ontap-iscsi:host",
      username: "ontap-iscsi:username",
      password: "secret ontap-iscsi:password",
      timeoutMs: "number ontap-iscsi:timeoutMs",
    },
  ]);
  expect(others.map(([type, , , options]) => [type, options])).toEqual([
    ["IscsiService", { provider: {} }],
    ["IscsiCredentials", { provider: {} }],
  ]);
});

it("keeps every string as it is", () => {
  const names = fc.uniqueArray(anyString, { maxLength: 4 });
  fc.assert(
    fc.property(anyString, names, anyString, (svm, initiators, user) => {
      const [service, ...credentials] = declared(typescriptProgram(planOf(svm, initiators, user, "dynamic")));
      expect([service?.[1], service?.[2].target]).toEqual([svm, { alias: user }]);
      expect(new Set(credentials.map(([, name]) => name))).toEqual(new Set(initiators.map((name) => `${svm}/${name}`)));
    }),
    { examples: [["svm1", [...HOSTILE], `\${user}`]] },
  );
});
