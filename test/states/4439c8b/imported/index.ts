import * as pulumi from "@pulumi/pulumi";
import { type InitiatorAddressArgs, IscsiCredentials, IscsiService } from "pulumi-ontap-iscsi";

// Written by `ontap-iscsi import`, and yours from here on: a row is a credential, and editing it changes that one.

/** A CHAP user, and the name of the config secret that holds the password. */
interface ChapUser {
  user: string;
  secret: string;
}

interface Credential {
  initiator: string;
  authenticationType: "chap" | "none" | "deny";
  chap?: { inbound: ChapUser; outbound?: ChapUser };
  initiatorAddress?: InitiatorAddressArgs;
}

interface Svm {
  svm: { name: string; uuid: string };
  service?: { enabled: boolean; target: { alias: string } };
  credentials: Credential[];
}

const svms: Svm[] = [
  {
    svm: { name: "svm1", uuid: "19d04b8e-94d7-11e8-8370-005056b48fd2" },
    service: { enabled: true, target: { alias: "prod" } },
    credentials: [
      { initiator: "default", authenticationType: "deny" },
      { initiator: "eui.0123456789ABCDEF", authenticationType: "none" },
      { initiator: "iqn.1998-01.com.example:closed", authenticationType: "deny" },
      { initiator: "iqn.1998-01.com.example:mutual", authenticationType: "chap", chap: { inbound: { user: "mutual", secret: "svm1-mutual" }, outbound: { user: "array", secret: "svm1-mutual-outbound" } } },
      { initiator: "iqn.1998-01.com.example:one-way", authenticationType: "chap", chap: { inbound: { user: "one-way", secret: "svm1-one-way" } } },
      { initiator: "iqn.1998-01.com.example:open", authenticationType: "none", initiatorAddress: { ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }], masks: [{ address: "10.1.0.0", netmask: "16" }, { address: "2001:db8:1::", netmask: "64" }] } },
    ],
  },
  {
    svm: { name: "svm2", uuid: "25f617cf-94d7-11e8-8370-005056b48fd2" },
    service: { enabled: false, target: { alias: "svm2" } },
    credentials: [
      { initiator: "default", authenticationType: "none" },
    ],
  },
  {
    svm: { name: "svm3", uuid: "3aa0b1c2-94d7-11e8-8370-005056b48fd2" },
    credentials: [
      { initiator: "default", authenticationType: "deny" },
    ],
  },
];

const config = new pulumi.Config();

function withPassword({ user, secret }: ChapUser) {
  return { user, password: config.requireSecret(secret) };
}

for (const { svm, service, credentials } of svms) {
  const target = service && new IscsiService(`${svm.name}`, { svm, ...service });
  for (const { chap, ...credential } of credentials) {
    new IscsiCredentials(`${svm.name}/${credential.initiator}`, {
      svm: target?.svm ?? svm,
      ...credential,
      chap: chap && {
        inbound: withPassword(chap.inbound),
        outbound: chap.outbound && withPassword(chap.outbound),
      },
    });
  }
}
