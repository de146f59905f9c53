import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { type IscsiCredentialsRowArgs, IscsiCredentialsTable, IscsiService } from "pulumi-ontap-iscsi";

/** A line of hosts.csv. */
interface Host {
  readonly host: string;
  readonly initiator: string;
  readonly user: string;
  /** The address that the host may log in from. If left empty: any. */
  readonly address: string;
}

const COLUMNS = ["host", "initiator", "user", "address"] as const;

/** The hosts in a file whose first line names the columns; no value holds a comma or quotes. */
function hostsIn(file: string): readonly Host[] {
  const [head = "", ...lines] = readFileSync(join(__dirname, file), "utf8").split(/\r?\n/);
  if (head !== COLUMNS.join(",")) {
    throw new pulumi.RunError(`${file} must begin with the line ${COLUMNS.join(",")}`);
  }
  const known = new Map<string, number>();
  return lines.flatMap((line, index) => {
    if (line.trim() === "") {
      return [];
    }
    const [host = "", initiator = "", user = "", address = "", ...more] = line.split(",").map((value) => value.trim());
    const where = `${file}:${index + 2}`;
    if (host === "" || initiator === "" || user === "" || more.length > 0) {
      throw new pulumi.RunError(`${where} must have ${COLUMNS.join(", ")}; only the address may be empty`);
    }
    const other = known.get(initiator);
    if (other !== undefined) {
      throw new pulumi.RunError(`${where} has the initiator of line ${other} again: ${initiator}`);
    }
    known.set(initiator, index + 2);
    return [{ host, initiator, user, address }];
  });
}

const passwords = new pulumi.Config().requireSecretObject<Readonly<Record<string, string | undefined>>>("passwords");

function passwordOf(host: string): pulumi.Output<string> {
  return passwords.apply((all) => {
    const password = all[host];
    if (password === undefined) {
      throw new pulumi.RunError(`${host} has no password: pulumi config set --secret --path passwords.${host}`);
    }
    return password;
  });
}

function rowOf({ host, user, address }: Host): IscsiCredentialsRowArgs {
  return {
    authenticationType: "chap",
    chap: { inbound: { user, password: passwordOf(host) } },
    ...(address === "" ? {} : { initiatorAddress: { ranges: [{ start: address, end: address }] } }),
  };
}

const service = new IscsiService("svm1", { svm: { name: "svm1" } });

// Every other initiator is refused, and a row that somebody adds by hand is drift, and goes.
const table = new IscsiCredentialsTable("hosts", {
  svm: service.svm,
  credentials: {
    default: { authenticationType: "deny" },
    ...Object.fromEntries(hostsIn("hosts.csv").map((host) => [host.initiator, rowOf(host)])),
  },
  unlisted: "remove",
});

/** Which SVM the hosts log in to. */
export const svm = table.svmName;
