import * as pulumi from "@pulumi/pulumi";
import { IscsiCredentials, IscsiService } from "pulumi-ontap-iscsi";

interface Host {
  readonly initiator: string;
  /** The network that the host may log in from. If omitted: any. */
  readonly network?: { readonly address: string; readonly netmask: number };
}

interface Svm {
  /** Alias of the target. If omitted, ONTAP uses the SVM's name. */
  readonly alias?: string;
  readonly hosts: Readonly<Record<string, Host>>;
}

const storageNetwork = { address: "10.0.1.0", netmask: 24 };

/** SVMs by name, hosts by name. Another line is another host. */
const table: Readonly<Record<string, Svm>> = {
  svm1: {
    alias: "databases",
    hosts: {
      db1: { initiator: "iqn.1998-01.com.example:db1", network: storageNetwork },
      db2: { initiator: "iqn.1998-01.com.example:db2", network: storageNetwork },
    },
  },
  svm2: {
    hosts: {
      backup1: { initiator: "iqn.1998-01.com.example:backup1" },
    },
  },
};

const passwords = new pulumi.Config().requireSecretObject<Readonly<Record<string, string | undefined>>>("passwords");

/** An SVM that serves iSCSI, with the hosts that may log in to it. */
class IscsiSvm extends pulumi.ComponentResource {
  readonly targetName: pulumi.Output<string>;

  constructor(name: string, { alias, hosts }: Svm, opts?: pulumi.ComponentResourceOptions) {
    super("svm-table:index:IscsiSvm", name, {}, opts);
    const service = new IscsiService(name, { svm: { name }, target: { alias } }, { parent: this });
    for (const [host, { initiator, network }] of Object.entries(hosts)) {
      new IscsiCredentials(
        `${name}-${host}`,
        {
          svm: service.svm,
          initiator,
          authenticationType: "chap",
          chap: { inbound: { user: host, password: passwordOf(host) } },
          initiatorAddress: network && { masks: [network] },
        },
        { parent: this },
      );
    }
    this.targetName = service.targetName;
    this.registerOutputs({ targetName: this.targetName });
  }
}

function passwordOf(host: string): pulumi.Output<string> {
  return passwords.apply((all) => {
    const password = all[host];
    if (password === undefined) {
      throw new pulumi.RunError(`${host} has no password: pulumi config set --secret --path passwords.${host}`);
    }
    return password;
  });
}

/** Target names by SVM. */
export const targets = Object.fromEntries(
  Object.entries(table).map(([name, svm]) => [name, new IscsiSvm(name, svm).targetName]),
);
