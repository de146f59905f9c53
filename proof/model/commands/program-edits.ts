import type { Declaration, RowDeclaration, ServiceDeclaration, SvmReference } from "../program";
import type { World } from "../world";
import { Command } from "./command";

/** How a program is to name an SVM, before it is known which there are. */
export interface ReferenceChoice {
  /** `crossed`: the name of one and the UUID of another; `former`: a name that an SVM had. */
  readonly by: "name" | "uuid" | "both" | "crossed" | "former";
  readonly svm: number;
}

type Omitted = "svm" | "kind";

export type ServiceChange = Partial<Omit<ServiceDeclaration, Omitted>> & { readonly svm?: ReferenceChoice };
export type RowChange = Partial<Omit<RowDeclaration, Omitted>> & { readonly svm?: ReferenceChoice | string };

const NEW_SERVICE: Omit<ServiceDeclaration, Omitted> = {
  enabled: undefined,
  alias: undefined,
  adopt: undefined,
  forceDisconnect: undefined,
};

const NEW_ROW: Omit<RowDeclaration, Omitted> = {
  initiator: "iqn.1998-01.com.example:host1",
  type: "none",
  inbound: { user: "host1", password: "0123456789abcdef" },
  outbound: undefined,
  addresses: undefined,
  adopt: undefined,
  forceDisconnect: undefined,
  onRemove: undefined,
};

abstract class ProgramEdit extends Command {
  constructor(
    protected readonly stack: "A" | "B",
    protected readonly resource: string,
  ) {
    super();
  }

  protected get place(): string {
    return `${this.stack}.${this.resource}`;
  }

  protected programOf(world: Readonly<World>): Map<string, Declaration> {
    return world.stack(this.stack).program;
  }
}

/** The program gets a service, or another in its place. */
export class DeclareService extends ProgramEdit {
  constructor(
    stack: "A" | "B",
    resource: string,
    private readonly change: ServiceChange & { readonly svm: ReferenceChoice },
  ) {
    super(stack, resource);
  }

  check(world: Readonly<World>): boolean {
    return !this.programOf(world).has(this.resource);
  }

  protected async act(world: World): Promise<void> {
    const { svm, ...change } = this.change;
    this.programOf(world).set(this.resource, {
      kind: "IscsiService",
      ...NEW_SERVICE,
      ...change,
      svm: reference(world, svm),
    });
    this.shown = `${this.place} = new IscsiService ${text({ ...change, svm: reference(world, svm) })}`;
  }
}

/** The same for a credential. */
export class DeclareRow extends ProgramEdit {
  constructor(
    stack: "A" | "B",
    resource: string,
    private readonly change: RowChange & { readonly svm: ReferenceChoice | string },
  ) {
    super(stack, resource);
  }

  check(world: Readonly<World>): boolean {
    const { svm } = this.change;
    return !this.programOf(world).has(this.resource) && (typeof svm !== "string" || this.programOf(world).has(svm));
  }

  protected async act(world: World): Promise<void> {
    const { svm: choice, ...change } = supported(world, this.change);
    const svm = typeof choice === "string" ? choice : reference(world, choice);
    this.programOf(world).set(this.resource, { kind: "IscsiCredentials", ...NEW_ROW, ...change, svm });
    this.shown = `${this.place} = new IscsiCredentials ${text({ ...change, svm })}`;
  }
}

/** A property of a resource is set, changed or cleared in the program. */
export class Change extends ProgramEdit {
  constructor(
    stack: "A" | "B",
    resource: string,
    private readonly change:
      | { readonly kind: "IscsiService"; readonly to: ServiceChange }
      | { readonly kind: "IscsiCredentials"; readonly to: RowChange },
  ) {
    super(stack, resource);
  }

  check(world: Readonly<World>): boolean {
    const { svm } = this.change.to;
    const program = this.programOf(world);
    return program.get(this.resource)?.kind === this.change.kind && (typeof svm !== "string" || program.has(svm));
  }

  protected async act(world: World): Promise<void> {
    const program = this.programOf(world);
    const declaration = program.get(this.resource);
    const { kind } = this.change;
    if (declaration?.kind === "IscsiService" && kind === "IscsiService") {
      const { svm, ...to } = this.change.to;
      const named = svm === undefined ? {} : { svm: reference(world, svm) };
      program.set(this.resource, { ...declaration, ...to, ...named });
      this.shown = `${this.place}: ${text({ ...to, ...named })}`;
    } else if (declaration?.kind === "IscsiCredentials" && kind === "IscsiCredentials") {
      const { svm, ...to } = supported(world, this.change.to);
      const named = svm === undefined ? {} : { svm: typeof svm === "string" ? svm : reference(world, svm) };
      program.set(this.resource, { ...declaration, ...to, ...named });
      this.shown = `${this.place}: ${text({ ...to, ...named })}`;
    }
  }
}

/** A resource leaves the program, and what takes its SVM from it. */
export class Remove extends ProgramEdit {
  constructor(
    stack: "A" | "B",
    resource: string,
    private readonly isRetained: boolean,
  ) {
    super(stack, resource);
  }

  check(world: Readonly<World>): boolean {
    return this.programOf(world).has(this.resource);
  }

  protected async act(world: World): Promise<void> {
    const stack = world.stack(this.stack);
    const gone = [...stack.program].flatMap(([name, { svm }]) =>
      name === this.resource || svm === this.resource ? [name] : [],
    );
    for (const name of gone) {
      stack.program.delete(name);
      if (this.isRetained) {
        stack.retained.add(name);
      } else {
        stack.retained.delete(name);
      }
    }
    this.shown = `${this.stack}: ${gone.join(", ")} removed${this.isRetained ? " with retainOnDelete" : ""}`;
  }
}

function reference({ present: { svms }, formerNames }: World, { by, svm: place }: ReferenceChoice): SvmReference {
  const svm = svms[place % svms.length];
  const other = svms[(place + 1) % svms.length];
  if (svm === undefined || other === undefined) {
    throw new Error("there are no SVMs");
  }
  const { name, uuid } = svm;
  switch (by) {
    case "name":
      return { name };
    case "uuid":
      return { uuid };
    case "both":
      return { name, uuid };
    case "crossed":
      return { name, uuid: other.uuid };
    case "former":
      return { name: formerNames[place % Math.max(1, formerNames.length)] ?? name };
  }
}

/** Without what the build does not know yet. */
function supported<Change extends RowChange>({ unsupported }: World, change: Change): Change {
  return unsupported.has("onRemove") && "onRemove" in change ? { ...change, onRemove: undefined } : change;
}

function text(change: object): string {
  const entries = Object.entries(change).map(([name, value]) => `${name}: ${JSON.stringify(value) ?? "undefined"}`);
  return `{ ${entries.join(", ")} }`;
}
