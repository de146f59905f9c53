import { sessionRecord } from "../collections/sessions/record";
import { InputReader } from "../input/reader";
import { parseAddress } from "../rules/address";
import { judgeLogin, type Login } from "../rules/login";
import { newSession } from "../rules/new-session";
import type { Control } from "./control-call";

/** POST `/sessions`: an initiator logs in; 201 and the session, or 403 and the reason. */
export const logIn: Control = ({ cluster, body }) => {
  const { store } = cluster;
  const input = new InputReader(body, "", ["svm", "initiator", "interface", "address", "user", "password", "outbound"]);
  const svm = store.svmNamed(input.required("svm"));
  if (svm === undefined) throw input.fail("svm", `"${input.text("svm")}" does not exist`);
  const name = input.required("interface");
  const portal = store.interfaces.rows().find((row) => row.svm.uuid === svm.uuid && row.name === name);
  if (portal === undefined) throw input.fail("interface", `"${name}" does not exist in ${svm.name}`);
  const login = readLogin(input);
  const verdict = judgeLogin(store, svm, portal, login);
  if ("reason" in verdict) return { status: 403, body: { reason: verdict.reason } };
  const session = newSession(store, portal, login, verdict.authenticationType);
  store.sessions.set(session);
  return { status: 201, body: sessionRecord(session, store) };
};

function readLogin(input: InputReader): Login {
  const outbound = input.object("outbound", ["user", "password"]);
  const user = input.text("user");
  const password = input.text("password");
  const initiator = input.required("initiator");
  if (initiator === "default") throw input.fail("initiator", "must be a name, which the row default is not");
  const address = input.required("address");
  if (parseAddress(address) === undefined) throw input.fail("address", "must be an IP address");
  return {
    initiator,
    address,
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    ...(outbound && { outbound: { user: outbound.required("user"), password: outbound.required("password") } }),
  };
}
