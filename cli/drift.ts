import { connectionsFrom } from "../provider/connection";
import type { Command } from "./command";
import { compareWithArrays } from "./drift/compare-with-arrays";
import { render } from "./drift/formats";
import { readDriftOptions } from "./drift/options";
import type { DriftReport } from "./drift/report";
import { fromFile, fromStack } from "./drift/source";
import { exitCode } from "./exit-codes";
import { failure } from "./failure";
import { writeFile } from "./write-file";

const USAGE = `Usage: ontap-iscsi drift [options]

Compares what a stack records with the arrays. Reads only; nothing is written to the arrays or to the stack.

  --stack STACK    the stack (the one that is selected in the folder)
  --cwd DIR        folder of the Pulumi project (the current one)
  --state FILE     instead of a stack: a file that pulumi stack export wrote. The connection then comes from the
                   environment alone (ONTAP_HOST, ONTAP_USERNAME, ...)
  --format FORMAT  text, json, markdown, junit or sarif (text)
  --output FILE    write the report there instead of to standard output

Exit codes: ${exitCode.done} no drift, ${exitCode.drift} drift, ${exitCode.unknown} could not tell (an array cannot be reached or did not answer in full), ${exitCode.error} any other
error, ${exitCode.wrongUsage} wrong usage. Passwords, which ONTAP never shows, are listed as unseen. Objects that are in no state are listed
as unmanaged and are no drift. ONTAP_DELETED_SVMS=<uuid>[,<uuid>] says which SVMs were deleted.
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
    const { source, format, output } = options;
    const { resources, config } = await ("file" in source ? fromFile(source.file) : fromStack(source));
    const report = await compareWithArrays(resources, {
      connections: connectionsFrom(config, process.env),
      env: process.env,
      warn: (text) => process.stderr.write(`ontap-iscsi drift: ${text}\n`),
    });
    const text = render(format, report, new Date());
    if (output === undefined) {
      process.stdout.write(text);
    } else {
      await writeFile(output, text);
    }
    return exitCodeByStatus[report.status];
  } catch (error) {
    return failure("drift", error, USAGE);
  }
};
