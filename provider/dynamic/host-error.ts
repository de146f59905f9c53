import { PartialFailure } from "../lifecycle/partial-failure";
import { PROVIDER_KEY } from "../lifecycle/state";
import { OntapError } from "../rest";
import { ForeignError } from "../rest/cause";
import type { PropertyMap } from "../schema/property-map";

const MOST_FRAMES = 8;

/**
 * An error in the form in which the dynamic host passes it on. For all but create and update the host prints the error
 * and its stack in addition to reporting it; what it prints here is one short line, so that the user reads the message
 * once. A partial failure carries what is to be recorded, the provider's text included, without which the resource could
 * be neither read nor deleted again. Of an error that is none of ours the message is left out, since it may quote a
 * secret.
 */
export function forHost(error: unknown, props: PropertyMap): Error {
  const ours = error instanceof OntapError ? error : undefined;
  const plain = new Error(ours?.message ?? defect(new ForeignError(error)));
  Object.defineProperties(plain, {
    toString: { value: () => `ontap-iscsi (${ours?.code ?? "defect"})` },
    stack: { value: "see the resource's diagnostics" },
  });
  if (error instanceof PartialFailure) {
    const recorded = { ...error.outputs, [PROVIDER_KEY]: props[PROVIDER_KEY] };
    Object.assign(plain, { id: error.id, reasons: [error.message] });
    Object.defineProperty(plain, "properties", { get: () => recorded });
  }
  return plain;
}

function defect({ name, code, frames }: ForeignError): string {
  const what = code === undefined ? name : `${name} (${code})`;
  return [`${what} inside ontap-iscsi. Please report it with these lines, which hold no values:`]
    .concat(frames.slice(0, MOST_FRAMES))
    .join("\n");
}
