import fc from "fast-check";
import { planImport } from "../../../../cli/import/plan";
import { groupedBySvm } from "../../../../cli/import/svm-inventory";
import { type FoundObject, kinds } from "../../../../provider/inventory";
import { SVM1 } from "../../../names";

/** Strings that one of the languages could read otherwise than they are. */
export const HOSTILE: readonly string[] = [
  "plain",
  "a \"quoted\" and a 'quoted' name",
  "back\\slash \\n \\u0041",
  `\${svm1.id} $\${x} $$ $`,
  "#{x} {{x}} %s `tick` */ //",
  "# comment: [x]",
  "007",
  "1e3",
  "0x1f",
  "yes",
  "No",
  "on",
  "null",
  "~",
  "true",
  "2026-01-01",
  "12:30:45",
  "- item",
  "a: b",
  "",
  " space ",
  "line\nbreak\r\nand\ttab",
  "\u0000\u0007\u001b[31m",
  "\u007f\u0085\u00a0\u2028\u2029\u202e\u200b\ufeff",
  "日本語 ü 🙂",
  '"""',
  "__import__('os')",
  "pulumi",
];

/** Any string that is well-formed Unicode, hostile ones often. */
export const anyString = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme" }));

/** A plan for a service and CHAP users with these names of the SVM, the initiators and the user. */
export function planOf(
  svmName: string,
  names: readonly string[],
  user: string,
  side: "dynamic" | "plugin",
  cluster?: string,
) {
  const svm = { name: svmName, uuid: SVM1 };
  const found = (id: string, name: string | undefined, inputs: FoundObject["inputs"]): FoundObject => ({
    id,
    svm,
    name,
    isBuiltIn: false,
    inputs: { svm, ...inputs },
    outputs: { svm, ...inputs },
    isPristine: false,
    access: { admits: "none, from anywhere", isOpen: true },
  });
  const credentials = names.map((name) =>
    found(`${SVM1}/${name}`, name, {
      initiator: name,
      authenticationType: "chap",
      chap: { inbound: { user } },
      initiatorAddress: { ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }], masks: [] },
    }),
  );
  const services = [found(SVM1, undefined, { enabled: true, target: { alias: user } })];
  const objects = kinds.map((kind) => [kind, kind.type === "IscsiService" ? services : credentials] as const);
  return planImport(groupedBySvm(new Map(objects)), new Map(), cluster, side);
}
