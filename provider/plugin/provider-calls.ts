import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { configurationProblems, providerArguments, uncheckedCertificates } from "../connection";
import { printable } from "../schema/failure";
import { packed, received } from "./bag";
import { checkFailure } from "./check-failure";
import { secretsAmong } from "./configuration";
import type { Session } from "./session";

/** The calls that concern the provider object itself: its arguments. */
export const providerCalls = {
  checkConfig: async (request: messages.CheckRequest, session: Session) => {
    const { values, secrets } = received(request.getNews());
    const config = providerArguments(values, request.getUrn());
    const problems = configurationProblems(config, process.env);
    for (const advice of problems.length > 0 ? [] : uncheckedCertificates(config, process.env)) {
      const of = config.isExplicit === true ? `Provider "${request.getName()}": ` : "";
      await session.diagnostics?.warn(request.getUrn(), `${of}${advice}`);
    }
    return new messages.CheckResponse()
      .setInputs(packed(values, [...secretsAmong(values), ...secrets]))
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
