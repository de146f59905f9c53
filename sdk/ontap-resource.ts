import * as pulumi from "@pulumi/pulumi";
import { typeToken } from "../provider/dynamic/text";
import type { RowsOf } from "../provider/lifecycle/table/rows";
import type { ResourceType } from "../provider/resources";
import { token } from "../provider/spec/tokens";
import { refuseDuplicate } from "./duplicates";
import { type ExistingArgs, type ExistingOptions, refuseImport, requireArgs } from "./existing";
import { frontOf } from "./front";
import { addLateOutputs, madeOnRead } from "./late-outputs";
import { ownSvm } from "./own-svm";
import { type ArgumentPath, withSecretArgs } from "./secret-args";
import type { SvmArgs, SvmResult } from "./types";
import { type UsualBytes, warnOnce } from "./warnings";

/** What a resource class must know of its declaration. */
export interface ResourceShape {
  /** Name of the class. */
  readonly type: ResourceType;
  /** Names of its arguments. */
  readonly inputs: readonly string[];
  /** Those that must be given. */
  readonly required: readonly string[];
  /** Those that tell its object from others of the type: another value is another object. */
  readonly identity: readonly string[];
  /** Arguments that are secrets, whatever is passed. */
  readonly secrets: readonly ArgumentPath[];
  /** Arguments of which a length in bytes is usual. */
  readonly usualBytes: readonly UsualBytes[];
  /** Names of what ONTAP adds. */
  readonly outputs: readonly string[];
  /** For a class that is many objects of another class in one. */
  readonly rows?: RowsOf;
}

/** How each resource hands on its SVM (see own-svm.ts), and the property by which a program reads it. */
const svms = new WeakMap<pulumi.CustomResource, () => pulumi.Output<SvmResult>>();
const SVM = madeOnRead("svm", (resource) => svms.get(resource)?.());

/** What the classes of all resources have in common. Each class itself is written by `npm run generate`. */
export abstract class OntapResource extends pulumi.CustomResource {
  /** The SVM as the program gave it. */
  declare readonly svm: pulumi.Output<SvmResult>;
  /** UUID of the SVM. */
  declare readonly svmUuid: pulumi.Output<string>;

  protected constructor(
    { type, inputs, outputs, required, identity, rows, secrets, usualBytes }: ResourceShape,
    name: string,
    args: { readonly svm: pulumi.Input<SvmArgs> } | ExistingArgs,
    opts: pulumi.CustomResourceOptions,
  ) {
    const front = frontOf(type, name, opts);
    if (front.provider === undefined) {
      refuseImport(type, name, opts);
    }
    requireArgs(type, name, args, required, opts);
    const isRead = opts.id !== undefined || opts.urn !== undefined;
    super(
      front.token,
      name,
      { ...(isRead ? places([...inputs, ...outputs]) : {}), ...withSecretArgs(given(args), secrets), ...front.extra },
      // ONTAP holds one such object: also where a replacement is forced, the old one must go first.
      { deleteBeforeReplace: true, ...front.opts },
    );
    addLateOutputs(this, [...inputs, ...outputs]);
    warnOnce(`${type} "${name}"`, args ?? {}, usualBytes);
    if (args !== undefined && "svm" in args) {
      refuseDuplicate(this, { type, name, provider: front.provider, identity, required, rows });
      const { svm: recorded } = this;
      svms.set(this, () => ownSvm(recorded, this, args.svm));
      Object.defineProperty(this, "svm", SVM);
    }
  }
}

/** Places for the values of properties, of a resource that exists to be read. */
function places(properties: readonly string[]): Record<string, undefined> {
  return Object.fromEntries(properties.map((property) => [property, undefined]));
}

/** The arguments that have a value. One that is undefined is as good as one that is not there, and costs as much as any. */
function given(args: object | undefined): object {
  return Object.fromEntries(Object.entries(args ?? {}).filter(([, value]) => value !== undefined));
}

/** Options by which a class reads the object of that id. */
export function existing(id: pulumi.Input<pulumi.ID>, opts: pulumi.CustomResourceOptions = {}): ExistingOptions {
  return { ...opts, id };
}

/** True for a resource of that class, even of another copy of this package. */
export function isResource(value: unknown, type: ResourceType): boolean {
  const tokens: readonly unknown[] = [typeToken(type), token(type)];
  return pulumi.CustomResource.isInstance(value) && "__pulumiType" in value && tokens.includes(value.__pulumiType);
}
