import { messageOf } from "../lifecycle/message";
import { PartialFailure } from "../lifecycle/partial-failure";
import { PROVIDER_KEY } from "../lifecycle/state";
import type { ToldCauses } from "../lifecycle/told-causes";
import type { PropertyMap } from "../schema/property-map";

/** What the host would print of an error that it reports as well. */
const REPORTED = "ontap-iscsi: see the resource's diagnostics";

/**
 * An error in the form in which the dynamic host passes it on. A partial failure carries what is to be recorded, the
 * provider's text included, without which the resource could be neither read nor deleted again.
 */
export function forHost(error: unknown, props: PropertyMap, told: ToldCauses): Error {
  const message = messageOf(error, props, told);
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
