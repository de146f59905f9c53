import { PartialFailure } from "../lifecycle/partial-failure";
import { PROVIDER_KEY } from "../lifecycle/state";
import { OntapError } from "../rest";
import type { Bag } from "../schema/bag";

/**
 * An error in the form in which the dynamic host passes it on. For all but create and update the host prints the error
 * and its stack beside reporting it; what it prints here is one short line, so that the user reads the message once. A
 * partial failure bears what is to be recorded, the provider's text included, without which the resource could be
 * neither read nor deleted again.
 */
export function forHost(error: unknown, props: Bag): unknown {
  if (!(error instanceof OntapError)) {
    return error;
  }
  const plain = new Error(error.message);
  Object.defineProperties(plain, {
    toString: { value: () => `ontap-iscsi (${error.code})` },
    stack: { value: "the reason stands with the resource" },
  });
  return error instanceof PartialFailure
    ? Object.assign(plain, {
        id: error.id,
        properties: { ...error.outputs, [PROVIDER_KEY]: props[PROVIDER_KEY] },
        reasons: [error.message],
      })
    : plain;
}
