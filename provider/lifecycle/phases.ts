import { createHash } from "node:crypto";
import { canonical, deepEqual, type PropertyMap } from "../schema/property-map";
import { svmOf } from "../schema/svm";
import { hasUnknown } from "../schema/unknown";
import type { CheckedSvm } from "./check";
import type { ResourceDefinition } from "./definition";
import type { DiffRequest } from "./diff";

type Declared = Pick<ResourceDefinition<never, never>, "type">;

/**
 * Works out in which phase the engine asks for a diff, which it tells no provider: a process that has
 * checked the wanted inputs plans; a refresh compares with inputs that nobody has checked. It also hands on to the diff
 * how the program and the run before named the SVM, since a diff gets outputs, which may still hold an older reference.
 */
export class Phases {
  readonly #checked = new Map<string, CheckedSvm>();

  /** Notes that these inputs came from a program, as its preview or its `up` has them checked. */
  noteChecked({ type }: Declared, inputs: PropertyMap, svm: CheckedSvm): void {
    const key = fingerprint(type, inputs);
    const known = this.#checked.get(key) ?? { recorded: [], given: [] };
    this.#checked.set(key, {
      recorded: union(known.recorded, svm.recorded),
      given: union(known.given, svm.given),
    });
  }

  /** The phase in which these inputs are wanted, how they name the SVM, and how it was named before. */
  of({ type }: Declared, inputs: PropertyMap): Pick<DiffRequest, "phase" | "svm"> {
    // A refresh checks nothing, and so need not tell one bag from another.
    const checked = this.#checked.size === 0 ? undefined : this.#checked.get(fingerprint(type, inputs));
    if (checked !== undefined) {
      return { phase: "plan", svm: checked };
    }
    // The engine asks so whether a replacement of what the object depends on takes the object with it. What gives only
    // another argument takes nothing with it: whether that changes is seen once it is known.
    const phase = hasUnknown(inputs.svm) ? "replaced-with-dependency" : "refresh";
    return { phase, svm: { recorded: [], given: [svmOf(inputs)] } };
  }
}

function union<T>(known: readonly T[], more: readonly T[]): readonly T[] {
  return [...known, ...more.filter((item) => !known.some((other) => deepEqual(other, item)))];
}

function fingerprint(type: string, inputs: PropertyMap): string {
  return createHash("sha256")
    .update(`${type}\n${canonical(inputs)}`)
    .digest("base64");
}
