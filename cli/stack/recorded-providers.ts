import { type ConfigLookup, isExplicitProvider, providerArguments } from "../../provider/connection";
import { type Cause, PROVIDER_TOKEN } from "../../provider/inventory";
import { asObject, nameInUrn, type PropertyMap, textAt } from "../../provider/schema";
import { unwrapped } from "./secrets";
import { StateError } from "./state-error";

/** A provider object that a program declares: one array, with a connection of its own. */
export interface RecordedProvider {
  /** By which resources name it in the state. */
  readonly reference: string;
  /** Its name in the program. */
  readonly name: string;
  /** Its arguments, or why they cannot be told. */
  readonly connection: ConfigLookup | Cause;
  /** True where its arguments are there, and encrypted. */
  readonly isEncrypted: boolean;
  /** Names of those of its arguments that the stack keeps secret. */
  readonly secret: readonly string[];
}

/** The provider objects of a state. */
export class RecordedProviders {
  readonly #source: string;
  readonly #known: ReadonlyMap<string, RecordedProvider>;
  /** Those that the program declares. */
  readonly declared: readonly RecordedProvider[];

  /** `source` names the state in messages. Throws {@link StateError}. */
  constructor(resources: readonly unknown[], source: string) {
    this.#source = source;
    const own = resources.flatMap((resource) => {
      const entry = asObject(resource);
      return entry?.type === PROVIDER_TOKEN ? [{ entry, known: provider(entry, source) }] : [];
    });
    this.#known = new Map(own.map(({ known }) => [known.reference, known]));
    this.declared = own.flatMap(({ entry, known }) =>
      isExplicitProvider(textAt(entry, "urn") ?? "") && entry.delete !== true ? [known] : [],
    );
  }

  /**
   * The provider that a resource names by `<urn>::<id>`; undefined for the default provider. One that the state has no
   * entry of cannot be told. Throws {@link StateError} for what is no such reference.
   */
  find(reference: string, urn: string): RecordedProvider | undefined {
    const providerUrn = reference.slice(0, Math.max(0, reference.lastIndexOf("::")));
    const name = nameInUrn(providerUrn);
    if (name === "") {
      throw new StateError(`${this.#source} is damaged: ${urn} names no provider`);
    }
    if (!isExplicitProvider(providerUrn)) {
      return undefined;
    }
    const known = this.#known.get(reference);
    return (
      known ?? { reference, name, connection: missing(name, reference, this.#source), isEncrypted: false, secret: [] }
    );
  }
}

function provider(entry: PropertyMap, source: string): RecordedProvider {
  const [urn, id] = [textAt(entry, "urn"), textAt(entry, "id")];
  if (!urn || !id) {
    throw new StateError(`${source} is damaged: a resource of type ${PROVIDER_TOKEN} has no ${urn ? "id" : "urn"}`);
  }
  const [reference, name] = [`${urn}::${id}`, nameInUrn(urn)];
  const { value, secret: paths, encrypted } = unwrapped(entry.inputs, `${source} is damaged: ${urn}`);
  const args = providerArguments(asObject(value) ?? {}, urn);
  const hidden = encrypted.filter((path) => args.keys?.().includes(path.split(".")[0] ?? ""));
  const secret = paths.map((path) => path.split(".")[0] ?? "");
  const connection = hidden.length > 0 ? unreadable(name, reference, hidden, source) : args;
  return { reference, name, connection, isEncrypted: hidden.length > 0, secret };
}

function missing(name: string, reference: string, source: string): Cause {
  return {
    key: `missing ${reference}`,
    reason: `the provider ${name} has no entry in ${source}`,
    message: `The provider ${name}, which says where the array is, has no entry in ${source}. Export the whole stack with pulumi stack export; if the stack itself lacks the entry, pulumi up records it.`,
  };
}

function unreadable(name: string, reference: string, keys: readonly string[], source: string): Cause {
  const what = `${keys.join(", ")} of the provider ${name} ${keys.length === 1 ? "is" : "are"} encrypted in ${source}`;
  return {
    key: `encrypted ${reference}`,
    reason: `the ${what}`,
    message: `The ${what}. Give the stack itself (--stack), or a file that pulumi stack export --show-secrets wrote.`,
  };
}
