import * as pulumi from "@pulumi/pulumi";
import { getIscsiSessionsOutput } from "pulumi-ontap-iscsi";

interface Host {
  readonly svm: string;
  readonly initiator: string;
  readonly sessions: number;
  /** Interfaces of the array that the host is logged in to. */
  readonly paths: readonly string[];
}

const config = new pulumi.Config();
const svm = config.get("svm");
const minimum = config.requireNumber("minimum");

const sessions = getIscsiSessionsOutput({
  ...(svm ? { svm: { name: svm } } : {}),
  fields: ["initiator.name", "connections.interface.name"],
  orderBy: ["svm.name", "tsih"],
});

/** Live sessions per host. */
export const hosts = sessions.apply((live) => {
  const table = new Map<string, Host>();
  for (const session of live) {
    const initiator = session.initiator?.name ?? "unknown";
    const key = `${session.svm.name} ${initiator}`;
    const before = table.get(key);
    const interfaces = (session.connections ?? []).flatMap((connection) => connection.interface?.name ?? []);
    table.set(key, {
      svm: session.svm.name,
      initiator,
      sessions: (before?.sessions ?? 0) + 1,
      paths: [...new Set([...(before?.paths ?? []), ...interfaces])].sort(),
    });
  }
  return [...table.values()];
});

/** Number of hosts that were checked. Fails the preview and the update where one of them lacks a path. */
export const checked = hosts.apply((all) => {
  const short = all.filter(({ paths }) => paths.length < minimum);
  if (short.length > 0) {
    const lines = short.map(
      ({ svm, initiator, paths }) => `  ${initiator} on ${svm}: ${paths.length} (${paths.join(", ") || "none"})`,
    );
    throw new pulumi.RunError(`Hosts with fewer than ${minimum} paths:\n${lines.join("\n")}`);
  }
  return all.length;
});
