import type { InputReader } from "../../input/reader";
import { newTargetName } from "../../state/names";
import type { Store } from "../../state/store";
import type { WireRecord } from "../../wire/json";
import { svmOf, svmReference } from "../svms/fixture";
import { aliasProblem } from "./checks";
import type { Service } from "./table";

/** Reads `services`, each with its `default` credential row of type `none`. */
export function readServices(top: InputReader, store: Store): void {
  for (const entry of top.objects("services", ["svm", "enabled", "target", "metric", "statistics"])) {
    const svm = svmOf(entry, store);
    if (store.services.get(svm.uuid) !== undefined) {
      throw entry.fail("svm", `"${svm.name}" has a service already`);
    }
    const target = entry.object("target", ["alias", "name"]);
    const alias = target?.text("alias") ?? svm.name;
    const problem = alias === "" ? undefined : aliasProblem(alias);
    if (problem !== undefined) {
      throw entry.fail("target.alias", problem);
    }
    store.services.set({
      svm,
      enabled: entry.flag("enabled", true),
      alias,
      targetName: target?.text("name") ?? newTargetName(store, svm),
    });
    store.credentials.set({ svm, initiator: "default", authenticationType: "none", ranges: [], masks: [] });
  }
}

/** A service as a fixture holds it. */
export function serviceEntry({ svm, enabled, alias, targetName }: Service): WireRecord {
  return { svm: svmReference(svm), enabled, target: { alias, name: targetName } };
}
