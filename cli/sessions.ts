import { type ConfigLookup, connectionsFrom, unusedHosts } from "../provider/connection";
import { paintFor } from "./color";
import type { Command } from "./command";
import { exitCode } from "./exit-codes";
import { failure } from "./failure";
import { type Progress, withProgress } from "./progress";
import { clusterProvenance, provenanceOf } from "./provenance";
import { render, renderInSeries } from "./sessions/formats";
import { type LookedAt, lookAtSessions } from "./sessions/look";
import { readSessionsOptions, type SessionsOptions } from "./sessions/options";
import type { SessionsReport } from "./sessions/report";
import { sourceOf } from "./sessions/source";
import { watch } from "./sessions/watch";
import { configuredPlaces, recordedArrays } from "./stack/arrays";
import { DEFAULT_PLACE } from "./stack/place";
import { StackError } from "./stack/pulumi";
import { writeReport } from "./write-report";

const USAGE = `Usage: ontap-iscsi sessions [options]

Lists who is logged in on the SVMs of a stack's resources: each host with its paths (portal group, addresses),
authentication and igroups, worst first. Hosts of the stack that are not logged in are listed, too. Reads only.

  --stack STACK      the stack (the one that is selected in the folder; without one, all SVMs of the array that the
                     environment names: ONTAP_HOST, ONTAP_USERNAME, ...)
  --cwd DIR          folder of the Pulumi project (the current one)
  --state FILE       instead of a stack: a file that pulumi stack export wrote. The connection then comes from the
                     environment alone, that of an explicit provider from the file
  --svm QUERY        only SVMs with such a name: svm1, 'prod*', 'a|b', '!test*' (all)
  --initiator QUERY  only such initiators (all)
  --min-paths N      fewest paths that each host of the stack must have, 1 to 9999 (no limit)
  --watch[=TIME]     look again every 5s, 1m, ... until Ctrl-C (5s where TIME is not given; a single look without)
  --provenance       also report each cluster's name and ONTAP version; one GET of /api/cluster more for each
  --format FORMAT    table, json or markdown (table)
  --output FILE      write the report there instead of to standard output

A path is a target portal group to which the host is logged in, however many sessions and addresses use it.
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
    const { watchMs, format, output } = options;
    if (watchMs !== undefined) {
      const paint = paintFor(process.stdout, process.env);
      const look = await withProgress("sessions", (progress) => reporter(options, progress));
      const show = async () => {
        const { report, isFinal } = await look();
        return { text: renderInSeries(format)(report, paint), code: exitCodeByStatus[report.status], isFinal };
      };
      return await watch(show, { everyMs: watchMs, screen: process.stdout, signal: interruption() });
    }
    const { report } = await withProgress("sessions", async (progress) => (await reporter(options, progress))());
    await writeReport(output, (paint) => render(format)(report, paint));
    return exitCodeByStatus[report.status];
  } catch (error) {
    return failure("sessions", error);
  }
};

/** Reads the stack, and makes one report after another of its hosts. */
async function reporter(options: SessionsOptions, { step, remark }: Progress) {
  const { env } = process;
  step("reading the state");
  const { resources, config, origin } = await sourceOf(options.source);
  if (resources === undefined && options.minPaths !== undefined) {
    throw new StackError("--min-paths counts the paths of a stack's hosts, and no stack is selected here");
  }
  const recorded = resources && recordedArrays(resources, config, env);
  for (const sentence of unusedHosts(config, env, recorded === undefined ? [undefined] : configuredPlaces(recorded))) {
    remark(sentence);
  }
  const arrays: readonly LookedAt[] = recorded?.arrays ?? [everySvm(config, env)];
  const unknown = recorded?.unknown ?? [];
  const places = [...arrays.flatMap((array) => array.places), ...unknown];
  step(`listing the sessions of ${arrays.map(({ ontap }) => ontap.origin).join(", ")}`);
  return async () => {
    const at = new Date();
    const [found, asked] = await Promise.all([
      lookAtSessions({ ...options, arrays, unknown }),
      clusterProvenance(arrays, options.provenance),
    ]);
    const origins = { command: "sessions", at, source: origin, clusters: asked, options: options.given };
    const { unreachable } = found;
    // A login that was refused is not sent again, so that a further look would say the same.
    const isFinal = unreachable.length === places.length && unreachable.every(({ httpStatus }) => httpStatus === 401);
    return { report: { ...found, provenance: provenanceOf(origins) }, isFinal };
  };
}

/** Without a stack: all that is on the array which the environment names. */
function everySvm(config: ConfigLookup, env: NodeJS.ProcessEnv): LookedAt {
  const ontap = connectionsFrom(config, env).client();
  return { ontap, places: [{ place: DEFAULT_PLACE, managed: [] }], svms: undefined };
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
