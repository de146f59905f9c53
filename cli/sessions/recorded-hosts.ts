import { canonicalId } from "../../provider/inventory";
import { textAt } from "../../provider/schema";
import { type Place, placeOf } from "../stack/place";
import type { RecordedResource } from "../stack/recorded";
import type { NameQuery } from "./name-query";

/** Which hosts are asked for. */
export interface Wanted {
  readonly svm: NameQuery | undefined;
  readonly initiator: NameQuery | undefined;
}

/** A host that the stack gives access to, or denies it. */
export interface RecordedHost {
  /** By which it is found among the sessions, see {@link hostKey}. */
  readonly key: string;
  readonly initiator: string;
  readonly svm: { readonly name: string; readonly uuid: string };
  readonly resource: { readonly urn: string; readonly name: string };
  readonly isDenied: boolean;
  readonly place: Place;
}

/** An initiator on an SVM, in the form in which such are compared. */
export function hostKey(svmUuid: string, initiator: string): string {
  return canonicalId(`${svmUuid}/${initiator}`);
}

/** The hosts that these resources name and that are wanted; the `default` row names none. */
export function recordedHosts(resources: readonly RecordedResource[], wanted: Wanted): readonly RecordedHost[] {
  return resources.flatMap((recorded) => {
    const { kind, id, outputs, urn, name } = recorded;
    const uuid = kind.svmUuid(id);
    // The id names the initiator also where the stack keeps the property secret.
    const initiator = id.slice(uuid.length + 1);
    const svm = { name: textAt(outputs, "svmName") ?? uuid, uuid };
    return initiator === "" || initiator === "default" || !isWanted(wanted, svm.name, initiator)
      ? []
      : [
          {
            key: hostKey(uuid, initiator),
            initiator,
            svm,
            resource: { urn, name },
            isDenied: textAt(outputs, "authenticationType") === "deny",
            place: placeOf(recorded),
          },
        ];
  });
}

function isWanted({ svm, initiator }: Wanted, svmName: string, initiatorName: string): boolean {
  return (svm?.matches(svmName) ?? true) && (initiator?.matches(initiatorName) ?? true);
}
