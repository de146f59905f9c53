import { readFile } from "node:fs/promises";
import type { ConfigLookup } from "../../provider/connection";
import { noConfiguration, stackConfiguration } from "../stack/configuration";
import { pulumi, type StackLocation } from "../stack/pulumi";
import { type RecordedResource, recordedResources } from "../stack/recorded";

/** Recorded resources, and the configuration that says which arrays they are on. */
export interface Source {
  readonly resources: readonly RecordedResource[];
  readonly config: ConfigLookup;
}

/** What a file holds that `pulumi stack export` wrote; there is no configuration beside it. */
export async function fromFile(file: string): Promise<Source> {
  return { resources: recordedResources(await readFile(file, "utf8"), file), config: noConfiguration };
}

/**
 * What a stack holds. Secrets stay encrypted unless a property that ONTAP shows is among them, which could not be
 * compared otherwise.
 */
export async function fromStack(place: StackLocation): Promise<Source> {
  const [text, config] = await Promise.all([pulumi(place, ["stack", "export"]), stackConfiguration(place)]);
  const resources = recordedResources(text, "the stack's export");
  if (resources.every(({ hidden }) => hidden.length === 0)) {
    return { resources, config };
  }
  const inClear = await pulumi(place, ["stack", "export", "--show-secrets"]);
  return { resources: recordedResources(inClear, "the stack's export"), config };
}
