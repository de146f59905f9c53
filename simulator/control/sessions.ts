import { sessionRecord } from "../collections/sessions/record";
import { InputError, InputReader } from "../input/reader";
import { parseAddress } from "../rules/address";
import { assessLogin, type Login } from "../rules/login";
import { newSession } from "../rules/new-session";
import type { Control } from "./control";

/** POST `/sessions`: an initiator logs in; 201 and the session, or 403 and the reason. */
export const logIn: Control = ({ cluster, body }) => {
  const { store } = cluster;
  const input = new InputReader(body, "", ["svm", "initiator", "interface", "address", "user", "password", "outbound"]);
  const svm = store.svmNamed(input.required("svm"));
  if (svm === undefined) {
    throw input.fail("svm", `"${input.text("svm")}" does not exist`);
  }
  const name = input.required("interface");
  const portal = store.interfaces.rows().find((row) => row.svm.uuid === svm.uuid && row.name === name);
  if (portal === undefined) {
    throw input.fail("interface", `"${name}" does not exist in ${svm.name}`);
  }
  const login = readLogin(input);
  const verdict = assessLogin(store, svm, portal, login);
  if ("reason" in verdict) {
    return { status: 403, body: { reason: verdict.reason } };
  }
  const session = newSession(store, portal, { ...login, ...verdict });
  store.sessions.set(session);
  return { status: 201, body: sessionRecord(session, store) };
};

function readLogin(input: InputReader): Login {
  const outbound = input.object("outbound", ["user", "password"]);
  const user = input.text("user");
  const password = input.text("password");
  const initiator = input.required("initiator");
  if (initiator === "default") {
    throw input.fail("initiator", "must be a name, which the row default is not");
  }
  const address = input.required("address");
  if (parseAddress(address) === undefined) {
    throw input.fail("address", "must be an IP address");
  }
  return {
    initiator,
    address,
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    ...(outbound && { outbound: { user: outbound.required("user"), password: outbound.required("password") } }),
  };
}

const narrowing = ["svm", "initiator", "tsih"];

/** DELETE `/sessions`: initiators log out; `svm` (a name), `initiator` and `tsih` narrow the choice, empty ones do not. */
export const logOut: Control = ({ cluster, query }) => {
  const unknown = [...query.keys()].find((name) => !narrowing.includes(name));
  if (unknown !== undefined) {
    throw new InputError(`${unknown} is not known here; known are ${narrowing.join(", ")}`);
  }
  const [svm, initiator, tsih] = narrowing.map((name) => query.get(name) || undefined);
  if (tsih !== undefined && !/^\d+$/.test(tsih)) {
    throw new InputError("tsih must be a number");
  }
  const closed = cluster.store.sessions.remove(
    (session) =>
      (svm === undefined || session.svm.name === svm) &&
      (initiator === undefined || session.initiator?.name === initiator) &&
      (tsih === undefined || session.tsih === Number(tsih)),
  );
  return { body: { closed } };
};
