import * as pulumi from "@pulumi/pulumi";
import { pathsByInitiatorOutput } from "pulumi-ontap-iscsi";

const config = new pulumi.Config();
const minimum = config.requireNumber("minimum");

/** The interfaces of the array over which each host is logged in, by the host's initiator name. */
export const hosts = pathsByInitiatorOutput({ svm: { name: config.require("svm") } }).apply((paths) =>
  Object.fromEntries(
    Object.entries(paths).map(([initiator, own]) => [initiator, own.map((path) => path.targetPortalGroup)]),
  ),
);

/** Number of hosts that were checked. Fails the preview and the update where one of them lacks a path. */
export const checked = hosts.apply((all) => {
  const short = Object.entries(all).filter(([, interfaces]) => interfaces.length < minimum);
  if (short.length > 0) {
    const lines = short.map(
      ([initiator, interfaces]) => `  ${initiator}: ${interfaces.length} (${interfaces.join(", ")})`,
    );
    const error = new pulumi.RunError(`Hosts with fewer than ${minimum} paths:\n${lines.join("\n")}`);
    // Pulumi never prints the stack of a RunError, but on Node.js 20 and 22 it takes minutes to look at one.
    error.stack = "";
    throw error;
  }
  return Object.keys(all).length;
});
