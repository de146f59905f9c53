import * as pulumi from "@pulumi/pulumi";
import { IscsiCredentials, IscsiService } from "pulumi-ontap-iscsi";

/** The hosts that may log in. */
const hosts = {
  db1: "iqn.1998-01.com.example:db1",
  db2: "iqn.1998-01.com.example:db2",
};

/**
 * The SVM is in use, so a service and some rows may be there. Without `adopt` they would be refused as duplicates; with
 * it they are taken over, and only what differs is changed. From then on they belong to this stack: `pulumi destroy`
 * deletes them like those that it made itself.
 */
const service = new IscsiService("svm1", { svm: { name: new pulumi.Config().require("svm") }, adopt: true });

/** Listed hosts log in as before, without a password. To ask for one is a step of its own: see the example one-host. */
const listed = Object.entries(hosts).map(
  ([name, initiator]) =>
    new IscsiCredentials(name, { svm: service.svm, initiator, authenticationType: "none", adopt: true }),
);

/**
 * The row for everybody else. ONTAP makes it with the service, so it is always taken over and needs no `adopt`; it
 * cannot be deleted either, so `pulumi destroy` sets it back to `none` if that is what it was before, and otherwise
 * leaves it as it is. While a host that is not listed is logged in, denying is refused and the host is named: list it,
 * log it out, or set `forceDisconnect: true` here.
 */
new IscsiCredentials(
  "everybody-else",
  { svm: service.svm, initiator: "default", authenticationType: "deny" },
  // Last in and first out, so that a listed host always has its row while this one denies.
  { dependsOn: listed },
);

export const targetName = service.targetName;
