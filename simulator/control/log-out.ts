import { InputError } from "../input/input-error";
import type { Control } from "./control-call";

const narrowing = ["svm", "initiator", "tsih"];

/** DELETE `/sessions`: initiators log out; `svm` (a name), `initiator` and `tsih` narrow the choice, empty ones do not. */
export const logOut: Control = ({ cluster, query }) => {
  const unknown = [...query.keys()].find((name) => !narrowing.includes(name));
  if (unknown !== undefined) throw new InputError(`${unknown} is not known here; known are ${narrowing.join(", ")}`);
  const [svm, initiator, tsih] = narrowing.map((name) => query.get(name) || undefined);
  if (tsih !== undefined && !/^\d+$/.test(tsih)) throw new InputError("tsih must be a number");
  const closed = cluster.store.sessions.remove(
    (session) =>
      (svm === undefined || session.svm.name === svm) &&
      (initiator === undefined || session.initiator?.name === initiator) &&
      (tsih === undefined || session.tsih === Number(tsih)),
  );
  return { body: { closed } };
};
