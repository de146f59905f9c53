import { DEFAULT_INITIATOR, sameInitiator, textAt } from "../../provider/schema";
import type { RecordedResource } from "../stack/recorded";
import type { ChapPair } from "./login/chap";

/** A recorded credential of type chap. */
export interface RecordedCredential {
  readonly resource: RecordedResource;
  /** Name of its row on the array: an initiator, or `default`. */
  readonly initiator: string;
  readonly svm: { readonly uuid: string; readonly name: string };
  /** The recorded passwords, or why they cannot be told, as a clause. */
  readonly secrets: RecordedSecrets | string;
  /** Whether an outbound password is recorded, as far as that can be told. */
  readonly isMutual: boolean;
}

/** What the state records of a credential's passwords. */
export interface RecordedSecrets {
  readonly inbound: ChapPair;
  readonly outbound: ChapPair | undefined;
}

/**
 * The managed credentials of type chap, single or rows of a table. One whose type is encrypted is treated as chap, and a table
 * that is encrypted as a whole as one such credential.
 */
export function credentialsIn(resources: readonly RecordedResource[]): readonly RecordedCredential[] {
  return resources.flatMap((resource) => {
    const { kind, table, outputs, managed, id } = resource;
    if (!managed || (table === undefined && kind.type !== "IscsiCredentials")) {
      return [];
    }
    const isTable = table !== undefined && table.row === undefined;
    const isCandidate = isTable
      ? isEncrypted(resource, table.kind.property)
      : isEncrypted(resource, "authenticationType") || textAt(outputs, "authenticationType")?.toLowerCase() === "chap";
    if (!isCandidate) {
      return [];
    }
    const uuid = kind.svmUuid(id);
    const svm = { uuid, name: textAt(outputs, "svmName") ?? textAt(outputs, "svm", "name") ?? uuid };
    return [
      {
        resource,
        initiator: isTable ? "" : id.slice(uuid.length + 1),
        svm,
        secrets: isTable ? ENCRYPTED : secretsOf(resource),
        isMutual: outputs.chap !== undefined && textAt(outputs, "chap", "outbound", "user") !== undefined,
      },
    ];
  });
}

/** Those that are named, by initiator; all without names. */
export function onlyNamed(all: readonly RecordedCredential[], names: readonly string[]): readonly RecordedCredential[] {
  return names.length === 0 ? all : all.filter(({ initiator }) => names.some((name) => sameInitiator(name, initiator)));
}

/** True for the row of all initiators without one of their own. */
export function isDefault({ initiator }: RecordedCredential): boolean {
  return initiator === DEFAULT_INITIATOR;
}

const ENCRYPTED =
  "its password is encrypted in the state; give the stack itself (--stack), or a file that pulumi stack export --show-secrets wrote";

function secretsOf(resource: RecordedResource): RecordedSecrets | string {
  const { outputs } = resource;
  const encrypted = [
    "authenticationType",
    "chap.inbound.user",
    "chap.inbound.password",
    "chap.outbound.user",
    "chap.outbound.password",
  ];
  if (encrypted.some((path) => isEncrypted(resource, path))) {
    return ENCRYPTED;
  }
  const pair = (direction: string): ChapPair | undefined => {
    const [user, password] = ["user", "password"].map((key) => textAt(outputs, "chap", direction, key));
    return user === undefined || password === undefined ? undefined : { user, password };
  };
  const [inbound, outbound] = [pair("inbound"), pair("outbound")];
  const lacksOutbound = outbound === undefined && textAt(outputs, "chap", "outbound", "user") !== undefined;
  return inbound === undefined || lacksOutbound
    ? `the state records no ${inbound === undefined ? "inbound" : "outbound"} password for it, as after an import; give the program one and run pulumi up`
    : { inbound, outbound };
}

function isEncrypted({ encrypted }: RecordedResource, path: string): boolean {
  return encrypted.some((one) => one === path || path.startsWith(`${one}.`));
}
