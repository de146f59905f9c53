import { status } from "@grpc/grpc-js";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { functions, type PluginFunction } from "../functions";
import { token } from "../spec/tokens";
import { packed, received } from "./bag";
import { Refusal } from "./failure";
import type { Session } from "./session";

const byToken: ReadonlyMap<string, PluginFunction> = new Map(
  [...functions].map(([name, declared]) => [token(name), declared]),
);

/** The calls of functions, which read an array and change nothing. */
export function functionCalls(session: () => Session) {
  return {
    invoke: async (request: messages.InvokeRequest) => {
      const declared = byToken.get(request.getTok());
      if (declared === undefined) {
        throw new Refusal(`There is no such function in ontap-iscsi: ${request.getTok()}`, status.UNIMPLEMENTED);
      }
      const { values } = received(request.getArgs());
      return new messages.InvokeResponse().setReturn(packed(await declared.call(session().connections, values), []));
    },
  };
}
