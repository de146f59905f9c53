import { tableKinds } from "../../provider/inventory";
import type { SvmInventory } from "./svm-inventory";

/** The same with the objects of an SVM as one table, where there are tables of their kind. */
export function withTables(svms: readonly SvmInventory[]): readonly SvmInventory[] {
  return svms.map(({ svm, objects }) => ({
    svm,
    objects: new Map(
      [...objects].map(([kind, found]) => {
        const table = tableKinds.find(({ row }) => row === kind);
        const whole = { id: svm.uuid, svm, name: undefined, isBuiltIn: false };
        return table === undefined ? [kind, found] : [table, [{ ...whole, ...table.fold(svm, found) }]];
      }),
    ),
  }));
}
