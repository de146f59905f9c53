import * as pulumi from "@pulumi/pulumi";
import { IscsiCredentials, IscsiService } from "pulumi-ontap-iscsi";

const config = new pulumi.Config();

/** The target that initiators log in to; an SVM has one. */
const service = new IscsiService("svm1", {
  svm: { name: config.require("svm") },
  target: { alias: "prod" },
});

/**
 * The host authenticates with user and password. Hosts without a row of their own use the row `default`, which admits
 * them unless it is managed too: see the example default-deny.
 */
const host = new IscsiCredentials("host1", {
  // Taken from the service, so that the service is created first and deleted last.
  svm: service.svm,
  initiator: config.require("initiator"),
  authenticationType: "chap",
  chap: { inbound: { user: "host1", password: config.requireSecret("password") } },
});

/** What the host's administrator needs to know, besides the password. */
export const targetName = service.targetName;
export const initiator = host.initiator;
