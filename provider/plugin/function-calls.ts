import { status } from "@grpc/grpc-js";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { functions, type PluginFunction } from "../functions";
import { OntapError } from "../rest";
import { token } from "../spec/tokens";
import { packed, received } from "./bag";
import { Refusal } from "./failure";
import type { Session } from "./session";

const byToken: ReadonlyMap<string, PluginFunction> = new Map(
  [...functions].map(([name, declared]) => [token(name), declared]),
);

/** The calls of functions, which read an array and change nothing. */
export const functionCalls = {
  invoke: async (request: messages.InvokeRequest, session: Session) => {
    const name = request.getTok();
    const declared = byToken.get(name);
    if (declared === undefined) {
      throw new Refusal(`There is no such function in ontap-iscsi: ${name}`, status.UNIMPLEMENTED);
    }
    const args = received(request.getArgs());
    try {
      const found = await declared.call(session.connectionsFor(name), args.values);
      return new messages.InvokeResponse().setReturn(packed(found, []));
    } catch (error) {
      throw error instanceof OntapError ? new Refusal(session.shown(error.message, args)) : error;
    }
  },
};
