import { codes, isApiError, type OntapClient, OntapError } from "../../provider/rest";
import { ISCSI_PORT, type Portal } from "./login/portal";
import { type Row, rowOf } from "./row";

/** What REST says of an SVM before the first login. */
export interface ArrayView {
  readonly rows: readonly Row[];
  /** ISIDs of its live sessions. */
  readonly liveIsids: readonly string[];
  readonly portals: readonly Portal[];
  /** Name of its target. */
  readonly target: string;
}

/** What need not be asked for. */
export interface Known {
  readonly portals: readonly Portal[] | undefined;
  readonly target: string | undefined;
}

/** Credentials, sessions and interfaces of an SVM, one list each. Throws OntapError. */
export async function readArray(ontap: OntapClient, svmUuid: string, known: Known): Promise<ArrayView> {
  const ofSvm = { "svm.uuid": svmUuid };
  const [credentials, sessions, portals, target] = await Promise.all([
    ontap.iscsiCredentials.list({ query: ofSvm, fields: ["authentication_type", "chap", "initiator_address"] }),
    ontap.iscsiSessions.list({ query: ofSvm, fields: ["isid"] }),
    known.portals ?? portalsOf(ontap, svmUuid),
    known.target ?? targetOf(ontap, svmUuid),
  ]);
  return {
    rows: credentials.map(rowOf),
    liveIsids: sessions.flatMap(({ isid }) => isid ?? []),
    portals,
    target,
  };
}

/** A row as it is now, or why it could not be read, as a clause. Throws `configuration`. */
export async function readRow(ontap: OntapClient, svmUuid: string, initiator: string): Promise<Row | string> {
  try {
    return rowOf(await ontap.iscsiCredentials.get(svmUuid, initiator));
  } catch (error) {
    if (error instanceof OntapError && error.code !== "configuration") {
      return isApiError(error, codes.NO_ENTRY, codes.NO_CREDENTIAL) ? "it is gone" : error.reason;
    }
    throw error;
  }
}

async function portalsOf(ontap: OntapClient, svmUuid: string): Promise<readonly Portal[]> {
  const interfaces = await ontap.ipInterfaces.list({
    query: { "svm.uuid": svmUuid, services: "data_iscsi", enabled: true, state: "up" },
    fields: ["ip.address"],
  });
  return interfaces.flatMap(({ ip }) => (ip?.address ? [{ address: ip.address, port: ISCSI_PORT }] : []));
}

async function targetOf(ontap: OntapClient, svmUuid: string): Promise<string> {
  const { target } = await ontap.iscsiServices.get(svmUuid, { fields: ["target.name"] });
  if (!target?.name) {
    throw new OntapError({
      code: "incomplete",
      operation: "read the iSCSI service",
      reason: "the array gives no name of the SVM's target",
    });
  }
  return target.name;
}
