import type { InputReader } from "../../input/reader";
import { stableUuid } from "../../state/names";
import type { Store } from "../../state/store";
import type { WireRecord } from "../../wire/json";
import { svmOf, svmReference } from "../svms/fixture";
import type { Igroup } from "./table";

/** Reads `igroups`; sessions show those that hold their initiator. */
export function readIgroups(top: InputReader, store: Store): void {
  for (const entry of top.objects("igroups", ["svm", "uuid", "name", "initiators"])) {
    const svm = svmOf(entry, store);
    const name = entry.required("name");
    const uuid = entry.text("uuid") ?? stableUuid("igroup", svm.name, name);
    if (store.igroups.get(uuid) !== undefined) {
      throw entry.fail("uuid", `"${uuid}" is taken by another igroup`);
    }
    store.igroups.set({
      svm,
      uuid,
      name,
      initiators: entry.members("initiators", ["name", "comment"]).map((member) => {
        const comment = member.text("comment");
        return { name: member.required("name"), ...(comment === undefined ? {} : { comment }) };
      }),
    });
  }
}

/** An igroup as a fixture holds it. */
export function igroupEntry({ svm, uuid, name, initiators }: Igroup): WireRecord {
  return { svm: svmReference(svm), uuid, name, initiators: initiators.map((member) => ({ ...member })) };
}
