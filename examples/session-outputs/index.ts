import * as pulumi from "@pulumi/pulumi";
import { countIscsiSessionsOutput, getIscsiServiceOutput, getIscsiSessionsOutput } from "pulumi-ontap-iscsi";

const svm = { name: new pulumi.Config().require("svm") };

/** Who is logged in, from where, to which interface, and how it was authenticated. */
export const sessions = getIscsiSessionsOutput({ svm, orderBy: "tsih" }).apply((live) =>
  live.map(({ initiator, tsih, targetPortalGroup, connections = [] }) => ({
    initiator: initiator?.name,
    tsih,
    targetPortalGroup,
    connections: connections.map((connection) => ({
      from: connection.initiatorAddress?.address,
      to: connection.interface?.ip?.address,
      authentication: connection.authenticationType,
    })),
  })),
);

/** Sessions that are not authenticated. No record of them is fetched. */
export const withoutChap = countIscsiSessionsOutput({ svm, connections: { authenticationType: "none" } });

/** The target that initiators log in to. */
export const target = getIscsiServiceOutput({ svm, fields: ["target.name"] }).apply(({ target }) => target?.name);
