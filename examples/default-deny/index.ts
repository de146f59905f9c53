import * as pulumi from "@pulumi/pulumi";
import { IscsiCredentials, IscsiService } from "pulumi-ontap-iscsi";

/** The hosts that may log in. */
const hosts = {
  db1: "iqn.1998-01.com.example:db1",
  db2: "iqn.1998-01.com.example:db2",
};

/**
 * The SVM is in use, so a service and some rows may exist. Without `adopt` they would be rejected as duplicates; with it
 * they are adopted, and only what differs is changed. From then on they belong to this stack: `pulumi destroy` deletes
 * them like those that it created itself.
 */
const service = new IscsiService("svm1", { svm: { name: new pulumi.Config().require("svm") }, adopt: true });

/** Listed hosts log in as before, without a password. Requiring one is a separate step: see the example one-host. */
const listed = Object.entries(hosts).map(
  ([name, initiator]) =>
    new IscsiCredentials(name, { svm: service.svm, initiator, authenticationType: "none", adopt: true }),
);

/**
 * The row for every other host. ONTAP creates it with the service, so it is always adopted and needs no `adopt`; it
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
