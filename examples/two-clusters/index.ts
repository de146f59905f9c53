import * as pulumi from "@pulumi/pulumi";
import { countIscsiSessionsOutput, IscsiCredentials, IscsiService } from "pulumi-ontap-iscsi";

const config = new pulumi.Config();
const initiator = config.require("initiator");

/** The SVM that serves the host, by the cluster's name in `ontap-iscsi:clusters`. */
const svms = { east: "svm1", west: "svm1" };

function serve(cluster: string, svm: string) {
  const service = new IscsiService(`${cluster}-${svm}`, { cluster, svm: { name: svm } });
  new IscsiCredentials(`${cluster}-db1`, {
    cluster,
    svm: service.svm,
    initiator,
    authenticationType: "chap",
    chap: { inbound: { user: "db1", password: config.requireSecret("password") } },
  });
  return {
    targetName: service.targetName,
    // On the same cluster: how many sessions the host has there now.
    sessions: countIscsiSessionsOutput({ cluster, svm: service.svm, initiator: { name: initiator } }),
  };
}

/** Target and live sessions, by cluster. */
export const targets = Object.fromEntries(Object.entries(svms).map(([cluster, svm]) => [cluster, serve(cluster, svm)]));
