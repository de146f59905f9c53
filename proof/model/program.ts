import type { Bag } from "../../test/engine/bag";
import type { Svm, UserAndPassword } from "./array-state";
import type { Goal } from "./stack-state";

/** How a program names an SVM. */
export interface SvmReference {
  readonly name?: string;
  readonly uuid?: string;
}

/** What a program says of a service. What is undefined is left out. */
export interface ServiceDeclaration {
  readonly kind: "IscsiService";
  readonly svm: SvmReference;
  readonly enabled: boolean | undefined;
  readonly alias: string | undefined;
  readonly adopt: boolean | undefined;
  readonly forceDisconnect: boolean | undefined;
}

/** What a program says of a credential. Users and passwords count with the type `chap` alone. */
export interface RowDeclaration {
  readonly kind: "IscsiCredentials";
  /** Or the name of the service that it is given as `svm: service.svm`. */
  readonly svm: SvmReference | string;
  readonly initiator: string;
  readonly type: "chap" | "none" | "deny";
  readonly inbound: UserAndPassword;
  readonly outbound: UserAndPassword | undefined;
  readonly addresses: AddressList | undefined;
  readonly adopt: boolean | undefined;
  readonly forceDisconnect: boolean | undefined;
  readonly onRemove: "delete" | "deny" | undefined;
}

/** An address list as programs give it. */
export interface AddressList {
  readonly ranges?: ReadonlyArray<{ readonly start: string; readonly end: string }>;
  readonly masks?: ReadonlyArray<{ readonly address: string; readonly netmask: string }>;
}

export type Declaration = ServiceDeclaration | RowDeclaration;

/** A program: declarations by the name of the resource. */
export type Program = ReadonlyMap<string, Declaration>;

/** Its resources as they are registered: services first. */
export function goalsOf(program: Program): readonly Goal[] {
  const goals = [...program].flatMap(([name, declaration]) => goalOf(program, name, declaration) ?? []);
  return goals.sort((a, b) => b.kind.localeCompare(a.kind) || a.name.localeCompare(b.name));
}

function goalOf(program: Program, name: string, declaration: Declaration): Goal | undefined {
  const { kind } = declaration;
  const svm = referenceOf(program, declaration);
  if (svm === undefined) {
    return undefined;
  }
  const follows = typeof declaration.svm === "string" ? declaration.svm : undefined;
  return { name, kind, follows, args: { ...argsOf(declaration), svm } };
}

/** The arguments of a declaration, without the SVM. */
export function argsOf(declaration: Declaration): Bag {
  return given(declaration.kind === "IscsiService" ? serviceArgs(declaration) : rowArgs(declaration));
}

/** The SVM that a declaration names, itself or by its service; undefined where the program lacks that. */
export function referenceOf(program: Program, { svm }: Declaration): SvmReference | undefined {
  if (typeof svm !== "string") {
    return svm;
  }
  const service = program.get(svm);
  return service?.kind === "IscsiService" ? service.svm : undefined;
}

/** The SVM that has this name, or this UUID; undefined where there is none, or the two disagree. */
export function meant(svms: readonly Svm[], { name, uuid }: SvmReference): Svm | undefined {
  return svms.find((svm) => (name ?? svm.name) === svm.name && (uuid ?? svm.uuid) === svm.uuid);
}

function serviceArgs({ enabled, alias, adopt, forceDisconnect }: ServiceDeclaration): Bag {
  return { enabled, adopt, forceDisconnect, target: alias === undefined ? undefined : { alias } };
}

function rowArgs(row: RowDeclaration): Bag {
  const { initiator, type, inbound, outbound, addresses, adopt, forceDisconnect, onRemove } = row;
  const isDefault = initiator === "default";
  return {
    initiator,
    authenticationType: type,
    adopt,
    forceDisconnect,
    chap: type === "chap" ? given({ inbound, outbound }) : undefined,
    initiatorAddress: isDefault ? undefined : addresses,
    onRemove: isDefault ? undefined : onRemove,
  };
}

/** Properties that have a value. */
function given(bag: Bag): Bag {
  return Object.fromEntries(Object.entries(bag).filter(([, value]) => value !== undefined));
}
