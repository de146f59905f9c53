import * as pulumi from "@pulumi/pulumi";
import { IscsiCredentials, IscsiService } from "pulumi-ontap-iscsi";

const config = new pulumi.Config();

const service = new IscsiService("svm1", { svm: { name: config.require("svm") } });

const host = new IscsiCredentials("db1", {
  svm: service.svm,
  initiator: config.require("initiator"),
  authenticationType: "chap",
  chap: {
    // Inbound: the array authenticates the host.
    inbound: { user: "db1", password: config.requireSecret("hostPassword") },
    // Outbound: the host authenticates the array. Both passwords may be changed at any time; live sessions stay.
    outbound: { user: "svm1", password: config.requireSecret("arrayPassword") },
  },
  // From anywhere else even the right password is refused.
  initiatorAddress: {
    ranges: [{ start: "10.0.1.11", end: "10.0.1.12" }],
    masks: [
      { address: "10.0.2.0", netmask: 24 },
      { address: "fd00:0:0:2::", netmask: 64 },
    ],
  },
});

export const targetName = service.targetName;
export const allowedFrom = host.initiatorAddress;
