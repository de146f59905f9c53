import { randomBytes } from "node:crypto";
import { unusedHosts } from "../provider/connection";
import type { Command } from "./command";
import { fromFile, fromStackWithSecrets } from "./drift/source";
import { exitCode } from "./exit-codes";
import { failure } from "./failure";
import { type Progress, withProgress } from "./progress";
import { clusterProvenance, provenanceOf } from "./provenance";
import { configuredPlaces, recordedArrays } from "./stack/arrays";
import { render } from "./verify/formats";
import { readVerifyOptions, type VerifyOptions } from "./verify/options";
import { reportOf, type VerifyReport } from "./verify/report";
import { verifyCredentials } from "./verify/verify-credentials";
import { writeReport } from "./write-report";

const USAGE = `Usage: ontap-iscsi verify [options]

Proves the CHAP passwords that a stack records: logs in to the array as each host, ends the login before it becomes a
session, and says whether the array takes the inbound password and knows the outbound one. Writes nothing to the arrays.
A refused login may leave a line in the array's log, in the name of the host.

  --stack STACK    the stack (the one that is selected in the folder)
  --cwd DIR        folder of the Pulumi project (the current one)
  --state FILE     instead of a stack: a file that pulumi stack export wrote, with --show-secrets; encrypted passwords are
                   unknown. The connection then comes from the environment alone (ONTAP_HOST, ONTAP_USERNAME, ...)
  --only INITIATOR only this initiator's credential; can be repeated (all)
  --as-initiator NAME
                   log in as NAME, which has no row of its own, to verify the row default (which is else unknown)
  --portal SVM=ADDRESS[:PORT]
                   log in there for this SVM; can be repeated (its interfaces for iSCSI that are up, by REST)
  --from ADDRESS   address of this machine to log in from (the system's choice)
  --timeout TIME   longest time of one login, such as 5s or 500ms (5s)
  --provenance     also report each cluster's name and ONTAP version; one GET of /api/cluster more for each
  --format FORMAT  text, json, markdown, junit or sarif (text)
  --output FILE    write the report there instead of to standard output

Exit codes: ${exitCode.done} all proven, ${exitCode.drift} a password is refused, or the array proved itself with another one, ${exitCode.unknown} could not tell,
${exitCode.error} any other error, ${exitCode.wrongUsage} wrong usage. Proven means that the array knows the password, not that the host has it.
`;

const exitCodeByStatus: Readonly<Record<VerifyReport["status"], number>> = {
  proven: exitCode.done,
  refused: exitCode.drift,
  unknown: exitCode.unknown,
};

/** `ontap-iscsi verify`: proves recorded CHAP passwords by logins that end before a session. */
export const verify: Command = async (args) => {
  try {
    const options = readVerifyOptions(args);
    if (options === "help") {
      process.stdout.write(USAGE);
      return exitCode.done;
    }
    const report = await withProgress("verify", (progress) => prove(options, progress));
    const { format, output } = options;
    await writeReport(output, (paint) => render(format, report, paint));
    return exitCodeByStatus[report.status];
  } catch (error) {
    return failure("verify", error);
  }
};

async function prove(options: VerifyOptions, { step, remark }: Progress): Promise<VerifyReport> {
  const { source, provenance, given } = options;
  const { env } = process;
  step("reading the state");
  const { resources, config, origin } = await ("file" in source ? fromFile(source.file) : fromStackWithSecrets(source));
  const recorded = recordedArrays(resources, config, env);
  for (const sentence of unusedHosts(config, env, configuredPlaces(recorded))) {
    remark(sentence);
  }
  step("logging in");
  const at = new Date();
  const [credentials, clusters] = await Promise.all([
    verifyCredentials({ ...options, arrays: recorded, randomBytes }),
    clusterProvenance(recorded.arrays, provenance),
  ]);
  return reportOf(credentials, provenanceOf({ command: "verify", at, source: origin, clusters, options: given }));
}
