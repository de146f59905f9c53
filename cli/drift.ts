import { randomBytes } from "node:crypto";
import { unusedHosts } from "../provider/connection";
import type { Command } from "./command";
import { NOTHING_TO_COMPARE } from "./drift/causes";
import { compareWithArrays } from "./drift/compare-with-arrays";
import { render } from "./drift/formats";
import { type DriftOptions, readDriftOptions } from "./drift/options";
import { type DriftReport, reportOf } from "./drift/report";
import { fromFile, fromStack, fromStackWithSecrets } from "./drift/source";
import { RecordedObjects } from "./drift/unmanaged";
import { withVerdicts } from "./drift/verified";
import { withWho } from "./drift/who/with-who";
import { exitCode } from "./exit-codes";
import { failure } from "./failure";
import { type Progress, withProgress } from "./progress";
import { clusterProvenance, provenanceOf } from "./provenance";
import { configuredPlaces, recordedArrays } from "./stack/arrays";
import { verifyCredentials } from "./verify/verify-credentials";
import { writeReport } from "./write-report";

const USAGE = `Usage: ontap-iscsi drift [options]

Compares what a stack records with the arrays. Reads only; nothing is written to the arrays or to the stack.

  --stack STACK    the stack (the one that is selected in the folder)
  --cwd DIR        folder of the Pulumi project (the current one)
  --state FILE     instead of a stack: a file that pulumi stack export wrote. The connection then comes from the
                   environment alone (ONTAP_HOST, ONTAP_USERNAME, ...), that of an explicit provider from the file
  --fail-on-unmanaged[=any|open]
                   objects that are in no state are drift: all of them (any), or those that let somebody in (open)
  --fail-on-empty  nothing to compare is treated as "could not tell"
  --who            also report who changed what, by the audit log of each cluster: at most two GETs of
                   /api/security/audit/messages more for each. Status and exit code stay the same
  --provenance     also report each cluster's name and ONTAP version; one GET of /api/cluster more for each
  --verify         prove recorded CHAP passwords by logins that become no session, as ontap-iscsi verify does; with it the
                   options --portal, --from, --timeout and --as-initiator of that command
  --format FORMAT  text, json, markdown, junit or sarif (text)
  --output FILE    write the report there instead of to standard output

Exit codes: ${exitCode.done} no drift, ${exitCode.drift} drift, ${exitCode.unknown} could not tell (an array cannot be reached or did not answer in full), ${exitCode.error} any other
error, ${exitCode.wrongUsage} wrong usage. Passwords, which ONTAP never shows, are listed as unseen. Objects that are in no state are listed
as unmanaged and are no drift, unless --fail-on-unmanaged says so. ONTAP_DELETED_SVMS=<uuid>[,<uuid>] says which SVMs were deleted.
`;

const exitCodeByStatus: Readonly<Record<DriftReport["status"], number>> = {
  clean: exitCode.done,
  drift: exitCode.drift,
  unknown: exitCode.unknown,
};

/** `ontap-iscsi drift`: compares recorded state with the arrays, without the engine's preview. */
export const drift: Command = async (args) => {
  try {
    const options = readDriftOptions(args);
    if (options === "help") {
      process.stdout.write(USAGE);
      return exitCode.done;
    }
    const report = await withProgress("drift", (progress) => compare(options, progress));
    const { format, output } = options;
    await writeReport(output, (paint) => render(format, report, paint));
    return exitCodeByStatus[report.status];
  } catch (error) {
    return failure("drift", error);
  }
};

async function compare(options: DriftOptions, { step, remark }: Progress): Promise<DriftReport> {
  const { source, failOnUnmanaged, failOnEmpty, who, provenance, verify, given } = options;
  const { env } = process;
  step("reading the state");
  const { resources, config, writtenAt, origin } = await ("file" in source
    ? fromFile(source.file)
    : verify === undefined
      ? fromStack(source)
      : fromStackWithSecrets(source));
  const recorded = recordedArrays(resources, config, env);
  const { arrays } = recorded;
  for (const sentence of unusedHosts(config, env, configuredPlaces(recorded))) {
    remark(sentence);
  }
  const count = arrays.flatMap(({ places }) => places.flatMap(({ managed }) => managed)).length;
  step(`comparing ${count} objects with ${arrays.map(({ ontap }) => ontap.origin).join(", ")}`);
  const at = new Date();
  const [compared, asked] = await Promise.all([
    compareWithArrays(recorded, { recorded: new RecordedObjects(resources), failOnUnmanaged, env, remark }),
    clusterProvenance(arrays, provenance),
  ]);
  if (verify !== undefined) {
    step("logging in");
  }
  const verified = verify && (await verifyCredentials({ ...verify, arrays: recorded, only: [], randomBytes }));
  const found = verified === undefined ? compared : withVerdicts(compared, verified);
  if (who) {
    step("reading the audit log");
  }
  const { objects, unmanaged, causes, audit } = who ? await withWho(arrays, found, { writtenAt, now: at }) : found;
  const isEmpty = objects.length === 0;
  return reportOf(
    {
      objects,
      unmanaged,
      causes: isEmpty && failOnEmpty ? [...causes, NOTHING_TO_COMPARE] : causes,
      ...(audit === undefined ? {} : { audit }),
    },
    provenanceOf({ command: "drift", at, source: origin, clusters: asked, options: given }),
  );
}
