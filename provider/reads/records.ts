import { iscsiCredential } from "../rest/iscsi-credentials";
import { iscsiServiceMetric } from "../rest/iscsi-service-metrics";
import { iscsiService } from "../rest/iscsi-services";
import { iscsiSession } from "../rest/iscsi-sessions";
import { collectionReads, historyReads } from "./collection-reads";

/** The records that can be read, by name of their declaration, each with the calls that read it. */
export const recordReads = {
  iscsiSession: collectionReads(
    iscsiSession,
    (client) => client.iscsiSessions,
    (client, svmUuid, { keys, fields }) =>
      client.iscsiSessions.get(svmUuid, String(keys.target_portal_group), Number(keys.tsih), fields && { fields }),
  ),
  iscsiServiceMetric: historyReads(
    iscsiServiceMetric,
    (client, svmUuid, { interval }) => client.iscsiServiceMetrics.history(svmUuid, interval),
    (client, svmUuid, { keys, fields }) =>
      client.iscsiServiceMetrics.get(svmUuid, String(keys.timestamp), fields && { fields }),
  ),
  iscsiService: collectionReads(
    iscsiService,
    (client) => client.iscsiServices,
    (client, svmUuid, { fields }) => client.iscsiServices.get(svmUuid, fields && { fields }),
  ),
  iscsiCredential: collectionReads(
    iscsiCredential,
    (client) => client.iscsiCredentials,
    (client, svmUuid, { keys, fields }) =>
      client.iscsiCredentials.get(svmUuid, String(keys.initiator), fields && { fields }),
  ),
} as const;
