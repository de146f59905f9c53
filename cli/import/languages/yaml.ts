import { pluginToken } from "../../../provider/inventory";
import { headOf, shortNoun } from "../kind-names";
import type { ImportPlan, PlannedSvm } from "../plan";
import { PLUGINS } from "./plugin";
import { row } from "./row";
import { yamlKeys } from "./yaml-keys";
import { yamlReference, yamlString, yamlText } from "./yaml-text";

/** The project that declares what is imported: an entry for each object. `name` is the project's. */
export function yamlProgram({ svms, cluster, passwords, resources }: ImportPlan, name: string): string {
  const keys = yamlKeys(resources);
  const config = Object.fromEntries(passwords.map(({ secret }) => [secret, { type: "string", secret: true }]));
  const entries = svms.map((svm) => entriesOf(svm, keys, cluster));
  const head = {
    name,
    runtime: "yaml",
    description: "iSCSI on ONTAP",
    ...PLUGINS,
    ...(passwords.length === 0 ? {} : { config }),
  };
  return `# ${headOf([...new Set(svms.flatMap((svm) => [...svm.resources.keys()]))], "an entry below")}${yamlText(head, -2)}
resources:${entries.join("")}
`;
}

function entriesOf(
  { svm, resources }: PlannedSvm,
  keys: ReturnType<typeof yamlKeys>,
  cluster: string | undefined,
): string {
  const planned = [...resources].flatMap(([kind, ofKind]) => ofKind.map((resource) => ({ kind, resource })));
  return planned
    .map(({ kind, resource }) => {
      // From what it needs, where the program has that: it then comes after it, and goes before it.
      const first = planned.find((other) => other.kind.noun === kind.needs)?.resource;
      const properties = {
        ...(cluster === undefined ? {} : { cluster }),
        svm: first === undefined ? svm : yamlReference(keys.get(first) ?? "", "svm"),
        ...row(resource, yamlReference),
      };
      return `
  ${keys.get(resource) ?? shortNoun(kind)}:
    type: ${pluginToken(kind.type)}
    name: ${yamlString(resource.name)}
    properties:${yamlText(properties, 4)}`;
    })
    .join("");
}
