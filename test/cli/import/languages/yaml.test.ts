import fc from "fast-check";
import { parse } from "yaml";
import { yamlProgram } from "../../../../cli/import/languages/yaml";
import { SVM1 } from "../../../names";
import { anyString, HOSTILE, planOf } from "./hostile";

/** What Pulumi makes of a string in a YAML program that refers to nothing. */
const unescaped = (text: string) => text.replace(/\$\$/g, "$");

interface Entry {
  readonly type: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

function read(text: string) {
  const { config = {}, resources, ...head } = parse(text);
  const entries: Readonly<Record<string, Entry>> = resources;
  return { config, head, entries, text };
}

it("writes one project with an entry for each object, whose passwords are secrets of the configuration", () => {
  const { config, head, entries, text } = read(
    yamlProgram(planOf("svm1", ["default", "iqn.1998-01.com.example:host1"], "user", "plugin"), "iscsi"),
  );
  expect(head).toEqual({
    name: "iscsi",
    runtime: "yaml",
    description: "iSCSI on ONTAP",
    plugins: { providers: [{ name: "ontap-iscsi", path: "node_modules/.bin" }] },
  });
  expect(config).toEqual({
    "svm1-default": { type: "string", secret: true },
    "svm1-host1": { type: "string", secret: true },
  });
  expect(Object.keys(entries)).toEqual([
    "IscsiService_svm1",
    "IscsiCredentials_svm1_default",
    "IscsiCredentials_svm1_host1",
  ]);
  expect(entries.IscsiService_svm1).toEqual({
    type: "ontap-iscsi:index:IscsiService",
    name: "svm1",
    properties: { svm: { name: "svm1", uuid: SVM1 }, enabled: true, target: { alias: "user" } },
  });
  expect(entries.IscsiCredentials_svm1_host1).toEqual({
    type: "ontap-iscsi:index:IscsiCredentials",
    name: "svm1/iqn.1998-01.com.example:host1",
    properties: {
      svm: `\${IscsiService_svm1.svm}`,
      initiator: "iqn.1998-01.com.example:host1",
      authenticationType: "chap",
      chap: { inbound: { user: "user", password: `\${svm1-host1}` } },
      initiatorAddress: { ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }], masks: [] },
    },
  });
  expect(text).toContain('\n        ranges:\n          - start: "10.0.0.1"\n            end: "10.0.0.9"\n');
});

it("names the cluster in each entry", () => {
  const { entries } = read(yamlProgram(planOf("svm1", ["a"], "user", "plugin", "east"), "iscsi"));
  expect(Object.values(entries).map(({ name, properties }) => [name, properties.cluster])).toEqual([
    ["east/svm1", "east"],
    ["east/svm1/a", "east"],
  ]);
});

it("refers to a secret whose name has a dot by a subscript", () => {
  const { text } = read(yamlProgram(planOf("svm.1", ["a"], "user", "plugin"), "iscsi"));
  expect(text).toContain(`password: '\${["svm.1-a"]}'\n`);
});

it("keeps every string as it is, and gives every object a key of its own that is no other word", () => {
  const names = fc.uniqueArray(anyString, { maxLength: 6 });
  fc.assert(
    fc.property(anyString, names, anyString, (svm, initiators, user) => {
      const plan = planOf(svm, initiators, user, "plugin");
      const { config, entries } = read(yamlProgram(plan, "iscsi"));
      const keys = Object.keys(entries);
      expect(keys).toHaveLength(1 + initiators.length);
      expect(keys.filter((key) => !/^Iscsi\w+$/.test(key) || key in config)).toEqual([]);
      const [service, ...credentials] = Object.values(entries);
      expect(unescaped(service?.name ?? "")).toBe(svm);
      expect(service?.properties.target).toEqual({ alias: user.replaceAll("$", "$$$$") });
      expect(new Set(credentials.map(({ name }) => unescaped(name)))).toEqual(
        new Set(initiators.map((name) => `${svm}/${name}`)),
      );
      const secrets = credentials.map(({ properties }) => JSON.stringify(properties.chap));
      expect(new Set(secrets).size).toBe(initiators.length);
    }),
    { examples: [["svm1", [...HOSTILE], `\${user}`]] },
  );
});
