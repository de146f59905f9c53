import type { InputReader } from "../../input/reader";
import { stableUuid } from "../../state/names";
import type { Store } from "../../state/store";
import { isList, isRecord, type Json, type WireRecord } from "../../wire/json";
import { type Svm, svmStates, svmSubtypes } from "./table";

/** The SVMs of a simulator started without a fixture; the UUIDs are those of the documents' service examples. */
export const defaultSvms: readonly Svm[] = [
  plainSvm("19d04b8e-94d7-11e8-8370-005056b48fd2", "svm1"),
  plainSvm("25f617cf-94d7-11e8-8370-005056b48fd2", "svm2"),
];

function plainSvm(uuid: string, name: string): Svm {
  return { uuid, name, state: "running", subtype: "default", iscsiAllowed: true, nvmeEnabled: false };
}

const otherParts = ["services", "credentials", "sessions", "interfaces", "igroups"] as const;

/** Reads `svms`, or takes the SVMs that the other parts name where `svms` is left out. */
export function readSvms(top: InputReader, fixture: WireRecord, store: Store): void {
  if (!top.has("svms")) {
    for (const svm of referredSvms(fixture)) {
      addReferred(store, svm, "svms");
    }
    return;
  }
  for (const entry of top.objects("svms", ["uuid", "name", "state", "iscsi", "nvme", "subtype"])) {
    const name = entry.required("name");
    const svm: Svm = {
      uuid: entry.text("uuid") ?? stableUuid("svm", name),
      name,
      state: entry.oneOf("state", svmStates) ?? "running",
      subtype: entry.oneOf("subtype", svmSubtypes) ?? "default",
      iscsiAllowed: entry.object("iscsi", ["allowed", "enabled"])?.flag("allowed", true) ?? true,
      nvmeEnabled: entry.object("nvme", ["enabled", "allowed"])?.flag("enabled", false) ?? false,
    };
    if (store.svmNamed(name) !== undefined) {
      throw entry.fail("name", `"${name}" is taken by another SVM`);
    }
    if (store.svms.get(svm.uuid) !== undefined) {
      throw entry.fail("uuid", `"${svm.uuid}" is taken by another SVM`);
    }
    store.svms.set(svm);
  }
}

/** True if any part of the fixture names an SVM. */
export function namesSvms(fixture: WireRecord): boolean {
  return references(fixture).length > 0;
}

/** The SVM that an entry's `svm` names, by name, UUID or both. */
export function svmOf(entry: InputReader, store: Store): Svm {
  const reference = entry.object("svm", ["name", "uuid"]);
  if (reference === undefined) {
    throw entry.fail("svm", "is missing");
  }
  const name = reference.text("name");
  const uuid = reference.text("uuid");
  if (name === undefined && uuid === undefined) {
    throw entry.fail("svm", "needs a name or a uuid");
  }
  const svm = uuid === undefined ? store.svmNamed(name ?? "") : store.svms.get(uuid);
  if (svm === undefined) {
    throw entry.fail("svm", `"${name ?? uuid}" is not among the fixture's svms`);
  }
  if (name !== undefined && svm.name !== name) {
    throw entry.fail("svm", `has the uuid of "${svm.name}" and the name "${name}"`);
  }
  return svm;
}

function addReferred(store: Store, reference: SvmReference, place: string): void {
  const known = reference.uuid === undefined ? undefined : store.svms.get(reference.uuid);
  if (known !== undefined || (reference.name !== undefined && store.svmNamed(reference.name) !== undefined)) {
    return;
  }
  const name = reference.name ?? `${place}-${reference.uuid}`;
  store.svms.set({
    uuid: reference.uuid ?? stableUuid("svm", name),
    name,
    state: "running",
    subtype: "default",
    iscsiAllowed: true,
    nvmeEnabled: false,
  });
}

interface SvmReference {
  readonly name?: string;
  readonly uuid?: string;
}

/** References with both name and UUID come first, so that those with only one of them find the SVM. */
function referredSvms(fixture: WireRecord): SvmReference[] {
  return references(fixture).sort((a, b) => Object.keys(b).length - Object.keys(a).length);
}

function references(fixture: WireRecord): SvmReference[] {
  return otherParts.flatMap((part) => {
    const entries: Json | undefined = fixture[part];
    if (!isList(entries)) {
      return [];
    }
    return entries.flatMap((entry) => {
      const svm = isRecord(entry) ? entry.svm : undefined;
      if (!isRecord(svm)) {
        return [];
      }
      return [
        {
          ...(typeof svm.name === "string" ? { name: svm.name } : {}),
          ...(typeof svm.uuid === "string" ? { uuid: svm.uuid } : {}),
        },
      ];
    });
  });
}

/** An SVM as a fixture holds it. */
export function svmEntry({ uuid, name, state, subtype, iscsiAllowed, nvmeEnabled }: Svm): WireRecord {
  const special = subtype === "default" ? {} : { subtype };
  return { uuid, name, state, ...special, iscsi: { allowed: iscsiAllowed }, nvme: { enabled: nvmeEnabled } };
}

/** How entries of a fixture name their SVM. */
export function svmReference({ uuid, name }: Svm): WireRecord {
  return { uuid, name };
}
