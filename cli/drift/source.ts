import { createHash } from "node:crypto";
import type { ConfigLookup } from "../../provider/connection";
import type { ReportSource } from "../provenance";
import { readFile } from "../read-file";
import { noConfiguration, stackConfiguration } from "../stack/configuration";
import { pulumi, type StackLocation } from "../stack/pulumi";
import { type RecordedResource, type RecordedState, recordedState } from "../stack/recorded";

/** Recorded resources, and the configuration that says which arrays they are on. */
export interface Source {
  readonly resources: readonly RecordedResource[];
  readonly config: ConfigLookup;
  /** When the state was written; undefined where it does not say so. */
  readonly writtenAt: Date | undefined;
  /** What a report says of where the resources come from. */
  readonly origin: ReportSource;
}

/** The resources in a file that `pulumi stack export` wrote; it comes without configuration. */
export async function fromFile(file: string): Promise<Source> {
  const bytes = await readFile(file);
  const { resources, writtenAt, stack, project } = recordedState(bytes.toString("utf8"), file);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { resources, config: noConfiguration, writtenAt, origin: { stack, project, file, sha256 } };
}

/**
 * The resources of a stack. Secrets stay encrypted unless a property that ONTAP shows is among them, which could not be
 * compared while encrypted, or the connection of an explicit provider.
 */
export async function fromStack(place: StackLocation): Promise<Source> {
  const [exported, config] = await Promise.all([stateOf(place), stackConfiguration(place)]);
  const { stack, project, writtenAt } = exported;
  const origin = { stack: stack ?? (await selectedName(place)), project };
  if (exported.resources.every(({ hidden, provider }) => hidden.length === 0 && provider?.isEncrypted !== true)) {
    return { resources: exported.resources, config, writtenAt, origin };
  }
  const inClear = await stateOf(place, "--show-secrets");
  return { resources: inClear.resources, config, writtenAt, origin };
}

/** The resources of a stack with all their secrets in plaintext, which are kept in memory alone. */
export async function fromStackWithSecrets(place: StackLocation): Promise<Source> {
  const [{ resources, writtenAt, stack, project }, config] = await Promise.all([
    stateOf(place, "--show-secrets"),
    stackConfiguration(place),
  ]);
  return { resources, config, writtenAt, origin: { stack: stack ?? (await selectedName(place)), project } };
}

/** Name of a stack that has no resource to tell it by. */
async function selectedName(place: StackLocation): Promise<string> {
  return place.stack ?? (await pulumi(place, ["stack", "--show-name"])).trim();
}

async function stateOf(place: StackLocation, ...more: readonly string[]): Promise<RecordedState> {
  return recordedState(await pulumi(place, ["stack", "export", ...more]), "the stack's export");
}
