import type { RecordedSecrets } from "./recorded-credentials";
import type { Row } from "./row";

/**
 * Why a login would say nothing about the recorded password, as a clause; undefined where it would.
 *
 * @param row by which the array judges the initiator
 * @param name of the row that is recorded: the initiator, or `default`
 */
export function beforeLogin({ inbound }: RecordedSecrets, row: Row | undefined, name: string): string | undefined {
  if (row === undefined) {
    return "the array has no row for it; see ontap-iscsi drift";
  }
  if (row.initiator.toLowerCase() !== name.toLowerCase()) {
    return name === "default"
      ? "the initiator of --as-initiator has a row of its own, so that the default row does not judge it"
      : "the array has no row of its own for it, so that the default row judges it; see ontap-iscsi drift";
  }
  if (row.type !== "chap") {
    return `the array's row is of type ${row.type}, not chap; see ontap-iscsi drift`;
  }
  if (row.inboundUser !== inbound.user) {
    return "the array's row has another inbound user than the recorded one, and a login cannot tell a wrong user from a wrong password; see ontap-iscsi drift";
  }
  return undefined;
}
