import type { RecordedParts } from "../../provider/inventory";
import { asObject, type PropertyMap, textAt, valueAt } from "../../provider/schema";
import { pulumi, type StackLocation } from "../stack/pulumi";
import { type RecordedResource, recordedState } from "../stack/recorded";
import { unwrapped } from "../stack/secrets";
import type { SvmInventory } from "./svm-inventory";

/** A recorded resource on one cluster. */
export interface Entry {
  readonly resource: RecordedResource;
  readonly svm: SvmInventory["svm"];
  /** As the state has them: secrets stay encrypted, or are unwrapped. */
  readonly parts: RecordedParts;
}

/** What a stack records on one cluster. */
export interface Exported {
  readonly entries: readonly Entry[];
  readonly stack: string | null;
  /** All resources of the state by URN. */
  readonly raw: ReadonlyMap<string, RecordedParts>;
}

/** The same out of the export of a stack; with `--show-secrets` all secrets are unwrapped. */
export async function exported(
  place: StackLocation,
  cluster: string | undefined,
  ...more: readonly string[]
): Promise<Exported> {
  const text = await pulumi(place, ["stack", "export", ...more]);
  const { resources, stack } = recordedState(text, "the stack's export");
  const own = resources.filter((one) => one.managed && one.table?.row === undefined && one.cluster === cluster);
  const raw = rawParts(text);
  const entries = own.map((resource): Entry => {
    const { urn, outputs, kind, id } = resource;
    const uuid = kind.svmUuid(id);
    const { inputs, outputs: all } = raw.get(urn) ?? { inputs: {}, outputs: {} };
    const isPlain = more.length > 0;
    const plain = (values: PropertyMap) => asObject(unwrapped(values, "the stack's export").value) ?? {};
    const parts = isPlain ? { inputs: plain(inputs), outputs: plain(all) } : { inputs, outputs: all };
    return { resource, svm: { name: textAt(outputs, "svmName") ?? uuid, uuid }, parts };
  });
  return { entries, stack, raw };
}

function rawParts(text: string): ReadonlyMap<string, RecordedParts> {
  const resources = valueAt(asObject(JSON.parse(text)), "deployment", "resources");
  return new Map(
    (Array.isArray(resources) ? resources : []).flatMap((one) => {
      const { urn, inputs, outputs } = asObject(one) ?? {};
      return typeof urn === "string"
        ? [[urn, { inputs: asObject(inputs) ?? {}, outputs: asObject(outputs) ?? {} }]]
        : [];
    }),
  );
}
