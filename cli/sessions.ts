import { connectionsFrom } from "../provider/connection";
import type { Command } from "./command";
import { exitCode } from "./exit-codes";
import { failure } from "./failure";
import { clusterProvenance, provenanceOf } from "./provenance";
import { render, renderInSeries } from "./sessions/formats";
import { clustersOf, lookAtSessions } from "./sessions/look";
import { readSessionsOptions, type SessionsOptions } from "./sessions/options";
import type { SessionsReport } from "./sessions/report";
import { type Source, sourceOf } from "./sessions/source";
import { watch } from "./sessions/watch";
import { StackError } from "./stack/pulumi";
import { writeFile } from "./write-file";

const USAGE = `Usage: ontap-iscsi sessions [options]

Lists who is logged in on the SVMs of a stack's resources: each host with its paths (portal group, addresses),
authentication and igroups, worst first. Hosts of the stack that are not logged in are listed, too. Reads only.

  --stack STACK      the stack (the one that is selected in the folder; without one, all SVMs of the array that the
                     environment names: ONTAP_HOST, ONTAP_USERNAME, ...)
  --cwd DIR          folder of the Pulumi project (the current one)
  --state FILE       instead of a stack: a file that pulumi stack export wrote. The connection then comes from the
                     environment alone
  --svm QUERY        only SVMs with such a name: svm1, 'prod*', 'a|b', '!test*' (all)
  --initiator QUERY  only such initiators (all)
  --min-paths N      fewest paths that each host of the stack must have, 1 to 9999 (no limit)
  --watch[=TIME]     look again every 5s, 1m, ... until Ctrl-C (5s where TIME is not given; a single look without)
  --format FORMAT    table, json or markdown (table)
  --output FILE      write the report there instead of to standard output
  --provenance       also ask each cluster for its name and version: one request more for each

A path is one address of the host and one portal group, however many sessions use it.
Exit codes: ${exitCode.done} done, ${exitCode.drift} a host of the stack has fewer paths than --min-paths, ${exitCode.unknown} could not tell (an array cannot be reached
or did not answer in full), ${exitCode.error} any other error, ${exitCode.wrongUsage} wrong usage. With --watch: those of the last look.
`;

const exitCodeByStatus: Readonly<Record<SessionsReport["status"], number>> = {
  ok: exitCode.done,
  few: exitCode.drift,
  unknown: exitCode.unknown,
};

/** `ontap-iscsi sessions`: who is logged in, by host. */
export const sessions: Command = async (args) => {
  try {
    const options = readSessionsOptions(args);
    if (options === "help") {
      process.stdout.write(USAGE);
      return exitCode.done;
    }
    const { source, minPaths, watchMs, format, output } = options;
    const stack = await sourceOf(source);
    if (stack.resources === undefined && minPaths !== undefined) {
      throw new StackError("--min-paths counts the paths of a stack's hosts, and no stack is selected here");
    }
    const look = reporter(stack, options);
    if (watchMs !== undefined) {
      const show = async () => {
        const { report, provenance, isFinal } = await look();
        const text = renderInSeries(format)(report, provenance);
        return { text, code: exitCodeByStatus[report.status], isFinal };
      };
      return await watch(show, { everyMs: watchMs, screen: process.stdout, signal: interruption() });
    }
    const { report, provenance } = await look();
    const text = render(format)(report, provenance);
    if (output === undefined) {
      process.stdout.write(text);
    } else {
      await writeFile(output, text);
    }
    return exitCodeByStatus[report.status];
  } catch (error) {
    return failure("sessions", error, USAGE);
  }
};

/** Makes one report after another of the same stack. */
function reporter({ resources, config, origin }: Source, { identify, given, ...wanted }: SessionsOptions) {
  const connections = connectionsFrom(config, process.env);
  const clusters = clustersOf(resources);
  return async () => {
    const at = new Date();
    const [report, asked] = await Promise.all([
      lookAtSessions({ ...wanted, resources, connections }),
      Promise.all(clusters.map((name) => clusterProvenance(name ?? null, connections.client(name), identify))),
    ]);
    const provenance = provenanceOf({ command: "sessions", at, source: origin, clusters: asked, options: given });
    const { unreachable } = report;
    // A login that was refused is not sent again, so that a further look would say the same.
    const isFinal = unreachable.length === clusters.length && unreachable.every(({ httpStatus }) => httpStatus === 401);
    return { report, provenance, isFinal };
  };
}

/** Ends with Ctrl-C, and when whoever reads the reports has read enough. */
function interruption(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => stop.abort());
  }
  process.stdout.once("error", () => stop.abort());
  return stop.signal;
}
