import { providerArgument } from "../provider/connection";
import { paintFor } from "./color";
import type { Command } from "./command";
import { clusterFindings } from "./doctor/cluster";
import { type Configured, MISTAKE, originFindings } from "./doctor/configured";
import { type Diagnosis, diagnosisOf, type Finding } from "./doctor/finding";
import { render } from "./doctor/formats";
import { installationFindings } from "./doctor/installation";
import { readDoctorOptions } from "./doctor/options";
import { configurationSource } from "./doctor/source";
import { installedTools } from "./doctor/tools";
import { exitCode } from "./exit-codes";
import { failure } from "./failure";
import { withProgress } from "./progress";
import type { StackLocation } from "./stack/pulumi";
import type { RecordedProvider } from "./stack/recorded-providers";

const USAGE = `Usage: ontap-iscsi doctor [options]

Looks at everything between a Pulumi program and the array, and says of each finding what to do: what is installed, the
configuration and where each value comes from and, of each array that it or a provider of the stack names, the connection,
its certificate, the login and its rights, ONTAP's release, licence and clock, and the SVMs that have an iSCSI service.
Reads only; secrets are masked.

  --stack STACK    the stack (the one that is selected in the folder; without one, the environment alone)
  --cwd DIR        folder of the Pulumi project (the current one)
  --format FORMAT  text or json (text)

Exit codes: ${exitCode.done} nothing is wrong (there may be warnings), ${exitCode.error} something is wrong, ${exitCode.unknown} an array could not be reached, ${exitCode.wrongUsage} wrong usage.
`;

const exitCodeByStatus: Readonly<Record<Diagnosis["status"], number>> = {
  ok: exitCode.done,
  error: exitCode.error,
  unreachable: exitCode.unknown,
};

/** `ontap-iscsi doctor`: what stands between a program and its arrays. */
export const doctor: Command = async (args) => {
  try {
    const options = readDoctorOptions(args);
    if (options === "help") {
      process.stdout.write(USAGE);
      return exitCode.done;
    }
    const diagnosis = await withProgress("doctor", ({ step }) => {
      step("looking");
      return diagnose(options.place);
    });
    process.stdout.write(render(options.format, diagnosis, paintFor(process.stdout, process.env)));
    return exitCodeByStatus[diagnosis.status];
  } catch (error) {
    return failure("doctor", error);
  }
};

async function diagnose(place: StackLocation): Promise<Diagnosis> {
  const [tools, { configured, clusters, providers, findings }] = await Promise.all([
    installedTools(place.cwd),
    configurationSource(place, process.env),
  ]);
  const parts = await Promise.all([
    ...clusters.map((cluster) => findingsOf(configured, cluster)),
    ...providers.map((provider) => providerFindings(provider, process.env)),
  ]);
  return diagnosisOf([...installationFindings(tools), ...findings, ...eachMistakeOnce(parts.flat())]);
}

async function findingsOf(configured: Configured, cluster?: string): Promise<readonly Finding[]> {
  return [
    ...(await originFindings(configured, cluster)),
    ...(await clusterFindings(configured.config, configured.env, cluster)),
  ];
}

/** The same of an explicit provider, which is a cluster by itself. */
async function providerFindings(
  { name, connection, secret }: RecordedProvider,
  env: NodeJS.ProcessEnv,
): Promise<readonly Finding[]> {
  if (typeof connection !== "function") {
    const { reason: text, message: hint } = connection;
    return [{ provider: name, section: "configuration", cluster: null, subject: MISTAKE, status: "error", text, hint }];
  }
  const isSecret = async (source: string) => secret.some((key) => source === providerArgument(key));
  const findings = await findingsOf({ config: connection, env, isSecret });
  return findings.map((finding) => ({ ...finding, provider: name }));
}

/** A mistake in the configuration that stops every cluster, such as a key that does not exist, is told with the first. */
function eachMistakeOnce(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ section, subject, text }) => {
    const isAgain = section === "configuration" && subject === MISTAKE && seen.has(text);
    seen.add(text);
    return !isAgain;
  });
}
