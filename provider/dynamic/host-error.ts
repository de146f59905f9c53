import { PartialFailure } from "../lifecycle/partial-failure";
import { PROVIDER_KEY } from "../lifecycle/state";
import type { ToldCauses } from "../lifecycle/told-causes";
import { OntapError } from "../rest";
import { ForeignError } from "../rest/cause";
import { type PropertyMap, textAt } from "../schema/property-map";

const MOST_FRAMES = 8;
/** What the host would print of an error that it reports as well. */
const REPORTED = "ontap-iscsi: see the resource's diagnostics";

/**
 * An error in the form in which the dynamic host passes it on. Of a cause that others share the message is cut short once
 * it has been told (see told-causes.ts). A partial failure carries what is to be recorded, the provider's text included,
 * without which the resource could be neither read nor deleted again. Of an error that is none of ours the message is
 * left out, since it may quote a secret.
 */
export function forHost(error: unknown, props: PropertyMap, told: ToldCauses): Error {
  const message =
    error instanceof OntapError
      ? told.tell(error, { cluster: textAt(props, "cluster"), svm: props.svm })
      : defect(new ForeignError(error));
  const plain = new Error(message);
  Object.defineProperties(plain, { toString: { value: () => REPORTED }, stack: { value: REPORTED } });
  if (error instanceof PartialFailure) {
    const recorded = { ...error.outputs, [PROVIDER_KEY]: props[PROVIDER_KEY] };
    Object.assign(plain, { id: error.id, reasons: [message] });
    Object.defineProperty(plain, "properties", { get: () => recorded });
  }
  return plain;
}

/**
 * Keeps the dynamic host from printing such an error besides reporting it, as it does for all but create and update: the
 * engine shows the message with its resource, and a note for every one of them would bury that.
 */
export function reportErrorsOnce(output: Pick<Console, "error">): void {
  const print = output.error.bind(output);
  output.error = (...values: unknown[]) => {
    if (values.length !== 1 || values[0] !== `${REPORTED}: ${REPORTED}`) {
      print(...values);
    }
  };
}

function defect({ name, code, frames }: ForeignError): string {
  const what = code === undefined ? name : `${name} (${code})`;
  return [`${what} inside ontap-iscsi. Please report it with these lines, which hold no values:`]
    .concat(frames.slice(0, MOST_FRAMES))
    .join("\n");
}
