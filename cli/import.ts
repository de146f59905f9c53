import { realpathSync } from "node:fs";
import { connectionsFrom, resolveConnection, unusedHosts } from "../provider/connection";
import type { Command } from "./command";
import { exitCode } from "./exit-codes";
import { failure } from "./failure";
import { discover } from "./import/discover";
import { targetOf } from "./import/languages";
import { moveStack } from "./import/move-stack";
import { listed, refuseToOverwrite } from "./import/occupied";
import { readImportOptions } from "./import/options";
import { readPasswords } from "./import/passwords";
import { planImport } from "./import/plan";
import { steps } from "./import/steps";
import { withTables } from "./import/tables";
import { writePlan } from "./import/write-plan";
import { withProgress } from "./progress";
import { configurationIfAny, noConfiguration } from "./stack/configuration";

const USAGE = `Usage: ontap-iscsi import --out DIR [options]

Writes a Pulumi program for the iSCSI services and credentials that exist, and the file by which pulumi import adopts
them: DIR/index.ts (or Pulumi.yaml, __main__.py) and DIR/import.json, with the files of a project around them where they
are missing. Prints the commands that are left to run. Nothing is changed on the array.

  --out DIR         folder to write into
  --svm QUERY       only SVMs whose name matches this ONTAP query, such as svm1, 'prod*' or 'a|b'; may be repeated (all)
  --passwords FILE  the CHAP passwords, which ONTAP never shows:
                    {"<svm name>/<initiator>": {"inbound": "...", "outbound": "..."}}
                    One that is not there becomes a secret that you are asked to set
  --language NAME   of the program: typescript, yaml or python (typescript). YAML and Python go through the provider plugin
  --table           the credentials of an SVM as one IscsiCredentialsTable instead of a resource each
  --table --stack STACK, --singles --stack STACK
                    move a stack from one to the other without asking the array: what is imported comes from its state
                    (of the cluster that --cluster names), passwords encrypted as they are there
  --print-import-file
                    with these two: print the import file, which then may hold passwords in plaintext, and write nothing
  --provider        a TypeScript program goes through the plugin, too, by a provider object that it declares
  --cluster NAME    a cluster of ontap-iscsi:clusters (the one that ontap-iscsi:host names)
  --stack STACK     the stack whose configuration says how to reach the array (the one that is selected in the folder;
                    without one, the environment alone: ONTAP_HOST, ONTAP_USERNAME, ...)
  --cwd DIR         folder of that stack's project (the current one)
  --force           overwrite the program, import.json and the files in secrets/ that an earlier import wrote into DIR, as
                    long as they were not changed since; all other files stay and are listed

With passwords, import.json and the files in DIR/secrets hold them in plaintext, readable by you alone, until you delete them.
Exit codes: ${exitCode.done} done, ${exitCode.unknown} could not tell what is there (the array cannot be reached or did not answer in full), ${exitCode.error} any other
error, ${exitCode.wrongUsage} wrong usage.
`;

/** `ontap-iscsi import`: a program and an import file for what exists on an array. */
export const importExisting: Command = async (args) => {
  try {
    const options = readImportOptions(args);
    if (options === "help") {
      process.stdout.write(USAGE);
      return exitCode.done;
    }
    const { out, cluster, place, force } = options;
    const target = targetOf(options.language, options.withProvider);
    if (options.printImportFile) {
      return await moveStack(options, target);
    }
    await refuseToOverwrite(out, target.program, force);
    if (options.from === "state") {
      return await moveStack(options, target);
    }
    const known = await readPasswords(options.passwords);
    const { config, inventory } = await withProgress("import", async ({ step, remark }) => {
      step("reading the configuration");
      const found = await configurationIfAny(place);
      for (const sentence of unusedHosts(found, process.env, [cluster])) {
        remark(sentence);
      }
      const ontap = connectionsFrom(found, process.env).client(cluster);
      step(`listing what is on ${ontap.origin}`);
      const listing = await discover(ontap, options.svms);
      for (const reason of listing.leftOut) {
        remark(`${reason}. It is left out.`);
      }
      return { config: found, inventory: listing };
    });
    if (inventory.svms.length === 0) {
      process.stderr.write(
        "ontap-iscsi import: nothing to import: no SVM that matches has iSCSI; nothing was written\n",
      );
      return exitCode.error;
    }
    const svms = options.as === "table" ? withTables(inventory.svms) : inventory.svms;
    const plan = planImport(svms, known, cluster, target.side);
    const connection = resolveConnection(config, process.env, cluster);
    const written = await writePlan(out, plan, target, connection);
    if (written.kept.length > 0) {
      process.stderr.write(
        `ontap-iscsi import: kept ${listed(written.kept)}: not written by an import, or changed since\n`,
      );
    }
    for (const name of plan.unused) {
      process.stderr.write(
        `ontap-iscsi import: ${options.passwords} names ${name}, which has no CHAP user on the array\n`,
      );
    }
    const configured = config !== noConfiguration && realpathSync(place.cwd) === realpathSync(out);
    process.stdout.write(steps({ folder: out, plan, target, written, connection, configured }));
    return exitCode.done;
  } catch (error) {
    return failure("import", error);
  }
};
