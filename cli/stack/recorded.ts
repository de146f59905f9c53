import { isPluginToken, isTokenOf, type Kind, kinds, type TableKind, tableKinds } from "../../provider/inventory";
import { asObject, nameInUrn, type PropertyMap, textAt } from "../../provider/schema";
import { type RecordedProvider, RecordedProviders } from "./recorded-providers";
import { recordedRows, unwrappedTable } from "./recorded-rows";
import { unwrapped } from "./secrets";
import { StateError } from "./state-error";

/** A resource of ours as a state records it, dynamic or through the plugin, or a row of one that is a table. */
export interface RecordedResource {
  readonly urn: string;
  readonly name: string;
  /** The engine's token for its class. */
  readonly type: string;
  readonly kind: Kind;
  /** The table that it is, or that it is a row of. */
  readonly table: RecordedAs | undefined;
  readonly id: string;
  /** Name of the cluster, as the program gave it. */
  readonly cluster: string | undefined;
  /** The explicit provider that it goes through; undefined for the default provider and for dynamic resources. */
  readonly provider: RecordedProvider | undefined;
  /** Secrets unwrapped. */
  readonly outputs: PropertyMap;
  /** Dotted paths of properties that the stack keeps secret. */
  readonly secret: readonly string[];
  /** Those that could not be read although ONTAP would show them. */
  readonly hidden: readonly string[];
  /** All that are encrypted, those that ONTAP never shows among them. */
  readonly encrypted: readonly string[];
  /** False for an object that the program only reads, or that a replacement has yet to delete. */
  readonly managed: boolean;
}

/** In which part of a table something is recorded: as one of its rows, or as the table itself. */
export interface RecordedAs {
  readonly kind: TableKind;
  /** Name of the row. */
  readonly row?: string;
}

/** What a state records of ours, and which stack it is of. */
export interface RecordedState {
  readonly resources: readonly RecordedResource[];
  /** The provider objects that the program declares. */
  readonly providers: readonly RecordedProvider[];
  /** When it was written, as it says itself; `undefined` where it does not. */
  readonly writtenAt: Date | undefined;
  /** Name of the stack; `null` where the state has no resource at all to tell it by. */
  readonly stack: string | null;
  /** Name of its project; `null` in the same case. */
  readonly project: string | null;
}

/** Versions of the export whose shape is known. */
const VERSIONS: readonly unknown[] = [3, 4];

/** What `pulumi stack export` printed. `source` names it in messages. Throws {@link StateError}. */
export function recordedState(text: string, source: string): RecordedState {
  const state = asObject(parse(text, source));
  const deployment = asObject(state?.deployment);
  if (deployment === undefined) {
    throw new StateError(`${source} is not what pulumi stack export prints: it has no deployment`);
  }
  if (!VERSIONS.includes(state?.version)) {
    throw new StateError(`${source} is of version ${String(state?.version)}; known are ${VERSIONS.join(" and ")}`);
  }
  const resources = deployment.resources ?? [];
  if (!Array.isArray(resources)) {
    throw new StateError(`${source} is not what pulumi stack export prints: deployment.resources is not a list`);
  }
  const [stack = null, project = null] = namesIn(resources);
  const providers = new RecordedProviders(resources, source);
  return {
    resources: resources.flatMap((resource) => recorded(asObject(resource) ?? {}, providers, source)),
    providers: providers.declared,
    writtenAt: timeOf(deployment),
    stack,
    project,
  };
}

function timeOf(deployment: PropertyMap): Date | undefined {
  const at = Date.parse(textAt(deployment, "manifest", "time") ?? "");
  return Number.isNaN(at) ? undefined : new Date(at);
}

/** Stack and project, which every URN of a state starts with. */
function namesIn(resources: readonly unknown[]): readonly string[] {
  const first = resources.find((resource) => textAt(asObject(resource), "urn") !== undefined);
  const urn = textAt(asObject(first), "urn") ?? "";
  const [, stack, project] = /^urn:pulumi:([^:]+)::([^:]+)::/.exec(urn) ?? [];
  return stack === undefined || project === undefined ? [] : [stack, project];
}

function recorded(resource: PropertyMap, providers: RecordedProviders, source: string): readonly RecordedResource[] {
  const type = textAt(resource, "type");
  const table = tableKinds.find((candidate) => isTokenOf(candidate.type, type ?? ""));
  const kind = table ?? kinds.find((candidate) => isTokenOf(candidate.type, type ?? ""));
  if (kind === undefined || type === undefined) {
    return [];
  }
  const [urn, id] = [textAt(resource, "urn"), textAt(resource, "id")];
  if (!urn || !id) {
    throw new StateError(`${source} is damaged: a resource of type ${type} has no ${urn ? "id" : "urn"}`);
  }
  const managed = resource.external !== true && resource.delete !== true && resource.pendingReplacement !== true;
  const where = `${source} is damaged: ${urn}`;
  const recordedTable = table && unwrappedTable(table, asObject(resource.outputs) ?? {}, where);
  const { value, secret, encrypted } = recordedTable ?? unwrapped(resource.outputs, where);
  const outputs = asObject(value) ?? {};
  if (managed && outputs.svm === undefined) {
    throw new StateError(`${source} is damaged: ${urn} has no outputs`);
  }
  const neverShown = kind.unreadableProperties(outputs);
  const own: RecordedResource = {
    urn,
    name: nameInUrn(urn),
    type,
    kind,
    table: table && { kind: table },
    id,
    cluster: textAt(outputs, "cluster"),
    provider: isPluginToken(type) ? providers.find(textAt(resource, "provider") ?? "", urn) : undefined,
    outputs,
    secret,
    hidden: encrypted.filter((path) => !path.startsWith("__") && !neverShown.includes(path)),
    encrypted,
    managed,
  };
  return table === undefined || recordedTable === undefined ? [own] : [own, ...recordedRows(own, table, recordedTable)];
}

function parse(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StateError(`${source} is not JSON`);
  }
}
