import * as pulumi from "@pulumi/pulumi";
import { IscsiCredentials, IscsiService } from "pulumi-ontap-iscsi";

const config = new pulumi.Config();

/** The target that initiators log in to; an SVM has one. */
const service = new IscsiService("svm1", {
  svm: { name: config.require("svm") },
  target: { alias: "prod" },
});

/**
 * The host proves who it is by user and password. Hosts without a row of their own are judged by the row `default`,
 * which lets them log in unless it is managed too: see the example default-deny.
 */
const host = new IscsiCredentials("host1", {
  // Taken from the service, so that the service is there first and goes last.
  svm: service.svm,
  initiator: config.require("initiator"),
  authenticationType: "chap",
  chap: { inbound: { user: "host1", password: config.requireSecret("password") } },
});

/** What the host's administrator needs to know, beside the password. */
export const targetName = service.targetName;
export const initiator = host.initiator;
