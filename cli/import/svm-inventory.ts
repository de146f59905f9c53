import type { FoundObject } from "../../provider/inventory";

/** What there is on one SVM. */
export interface SvmInventory {
  readonly svm: { readonly name: string; readonly uuid: string };
  readonly service: FoundObject | undefined;
  /** The `default` row first, then by initiator. */
  readonly credentials: readonly FoundObject[];
}

const { compare } = new Intl.Collator("en", { numeric: true });

/** Services and credentials under their SVMs, by name. */
export function groupedBySvm(
  services: readonly FoundObject[],
  credentials: readonly FoundObject[],
): readonly SvmInventory[] {
  const svms = new Map([...services, ...credentials].map(({ svm }) => [svm.uuid, svm]));
  const serviceOf = new Map(services.map((service) => [service.svm.uuid, service]));
  const credentialsOf = new Map<string, FoundObject[]>([...svms.keys()].map((uuid) => [uuid, []]));
  for (const credential of credentials) {
    credentialsOf.get(credential.svm.uuid)?.push(credential);
  }
  return [...svms.values()]
    .sort((a, b) => compare(a.name, b.name))
    .map((svm) => ({
      svm,
      service: serviceOf.get(svm.uuid),
      credentials: byInitiator(credentialsOf.get(svm.uuid) ?? []),
    }));
}

function byInitiator(credentials: readonly FoundObject[]): readonly FoundObject[] {
  return credentials
    .map((credential) => ({ credential, key: sortKey(credential) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ credential }) => credential);
}

function sortKey({ inputs }: FoundObject): string {
  return inputs.initiator === "default" ? "" : String(inputs.initiator);
}
