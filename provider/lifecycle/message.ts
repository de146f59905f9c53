import { OntapError } from "../rest";
import { ForeignError } from "../rest/cause";
import { type PropertyMap, textAt } from "../schema/property-map";
import type { ToldCauses } from "./told-causes";

const MOST_FRAMES = 8;

/**
 * What a front end tells the engine of an error that stopped a resource with these properties. Of a cause that others
 * share the message is cut short once it has been told (see told-causes.ts). Of an error that is none of ours the message
 * is left out, since it may quote a secret.
 */
export function messageOf(error: unknown, props: PropertyMap, told: ToldCauses): string {
  return error instanceof OntapError
    ? told.tell(error, { cluster: textAt(props, "cluster"), svm: props.svm })
    : defect(error);
}

/** What is told of a defect of ours: where it arose, and no value. */
export function defect(error: unknown): string {
  const { name, code, frames } = new ForeignError(error);
  const what = code === undefined ? name : `${name} (${code})`;
  return [`${what} inside ontap-iscsi. Please report it with these lines, which hold no values:`]
    .concat(frames.slice(0, MOST_FRAMES))
    .join("\n");
}
