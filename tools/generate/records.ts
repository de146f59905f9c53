import { iscsiCredential } from "../../provider/rest/iscsi-credentials";
import { iscsiServiceMetric } from "../../provider/rest/iscsi-service-metrics";
import { iscsiService } from "../../provider/rest/iscsi-services";
import { iscsiSession } from "../../provider/rest/iscsi-sessions";
import type { ReadRecord } from "./data-functions";

/** The records that programs read, each a file of data functions and a section of the reference. */
export const records: readonly ReadRecord[] = [
  { file: "iscsi-sessions", name: "iscsiSession", record: iscsiSession, functions: iscsiSession.functions },
  {
    file: "iscsi-service-metrics",
    name: "iscsiServiceMetric",
    record: iscsiServiceMetric,
    functions: iscsiServiceMetric.functions,
  },
  { file: "iscsi-services", name: "iscsiService", record: iscsiService, functions: iscsiService.functions },
  { file: "iscsi-credentials", name: "iscsiCredential", record: iscsiCredential, functions: iscsiCredential.functions },
];
