import { coerce, satisfies } from "semver";
import { ownPackage } from "../import/own-package";
import type { Finding } from "./finding";
import type { InstalledPackage, Tools } from "./tools";

/** Oldest Pulumi CLI that this package is tested with. */
export const OLDEST_CLI = "3.254.0";

/** What is installed here, judged. */
export function installationFindings(tools: Tools): readonly Finding[] {
  const own = ownPackage();
  return [
    of("ontap-iscsi", "ok", own.version),
    fits(tools.node, own.node)
      ? of("Node.js", "ok", tools.node)
      : of("Node.js", "error", `${tools.node}; needed is ${own.node}`, "Install a current release of Node.js."),
    pulumiCli(tools.pulumi),
    ...(tools.project === undefined ? [] : projectFindings(tools.project, tools.node, own)),
  ];
}

function pulumiCli(pulumi: Tools["pulumi"]): Finding {
  const hint = `Install ${OLDEST_CLI} or later: https://www.pulumi.com/docs/install/.`;
  if ("problem" in pulumi) {
    return of("Pulumi CLI", "error", pulumi.problem, hint);
  }
  return fits(pulumi.version, `>=${OLDEST_CLI}`)
    ? of("Pulumi CLI", "ok", pulumi.version)
    : of("Pulumi CLI", "error", `${pulumi.version} is older than ${OLDEST_CLI}`, hint);
}

function projectFindings(
  { folder, sdk, own: installed }: NonNullable<Tools["project"]>,
  node: string,
  own: ReturnType<typeof ownPackage>,
): readonly Finding[] {
  return [sdkFinding(sdk, folder, node, own.sdk), ownFinding(installed, folder, own.version)];
}

function sdkFinding(sdk: InstalledPackage | undefined, folder: string, node: string, range: string): Finding {
  const subject = "@pulumi/pulumi";
  if (sdk === undefined) {
    return of(subject, "error", `it is not installed in ${folder}`, "Run npm install in the project.");
  }
  if (!fits(sdk.version, range)) {
    return of(subject, "error", `${sdk.version}; needed is ${range}`, `Run npm install "@pulumi/pulumi@${range}".`);
  }
  return fits(node, sdk.node)
    ? of(subject, "ok", sdk.version)
    : of(
        subject,
        "error",
        `${sdk.version} needs Node.js ${sdk.node}, and this is ${node}`,
        "Install such a Node.js, or a release of @pulumi/pulumi for this one.",
      );
}

function ownFinding(installed: InstalledPackage | undefined, folder: string, version: string): Finding {
  const subject = "pulumi-ontap-iscsi";
  if (installed === undefined) {
    return of(
      subject,
      "error",
      `it is not installed in ${folder}`,
      "Install it in the project itself: the engine loads the provider from there.",
    );
  }
  return installed.version === version
    ? of(subject, "ok", `${installed.version} in ${folder}`)
    : of(
        subject,
        "warning",
        `the project has ${installed.version}, and this command is ${version}`,
        "Run the project's own command: npx ontap-iscsi.",
      );
}

/** Releases of the engine that were built from source have a suffix, which means the release itself. */
function fits(version: string, range: string): boolean {
  return satisfies(coerce(version) ?? version, range);
}

function of(subject: string, status: Finding["status"], text: string, hint?: string): Finding {
  return { section: "installation", subject, status, text, ...(hint === undefined ? {} : { hint }) };
}
