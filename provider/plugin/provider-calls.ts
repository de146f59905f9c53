import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { configurationProblems, providerArguments } from "../connection";
import { printable } from "../schema/failure";
import { packed, received } from "./bag";
import { checkFailure } from "./check-failure";
import { SECRETS } from "./configuration";
import type { Session } from "./session";

/** The calls that concern the provider object itself: its arguments. */
export const providerCalls = {
  checkConfig: async (request: messages.CheckRequest) => {
    const { values, secrets } = received(request.getNews());
    const problems = configurationProblems(providerArguments(values, request.getUrn()), process.env);
    return new messages.CheckResponse()
      .setInputs(packed(values, [...SECRETS, ...secrets]))
      .setFailuresList(
        problems.map(({ key, reason }) =>
          checkFailure({ property: key === undefined ? "" : printable([key]), reason }),
        ),
      );
  },
  /** Another address or login is no other object: nothing is replaced. Which arguments differ the engine sees itself. */
  diffConfig: async (_request: messages.DiffRequest) =>
    new messages.DiffResponse().setChanges(messages.DiffResponse.DiffChanges.DIFF_UNKNOWN),
  configure: async (request: messages.ConfigureRequest, session: Session) => {
    session.configure(received(request.getArgs()), request.getUrn());
    return new messages.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
  },
};
