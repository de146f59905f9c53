import { permits } from "../accounts/role";
import type { User } from "../accounts/user";
import type { SimulatedCluster } from "../state/simulated-cluster";
import { ApiError } from "../wire/api-error";
import { roleOf } from "./read-accounts";

/**
 * Refuses what a user's role does not allow, and what the API of the cluster is to a user of one SVM.
 *
 * @throws ApiError 6 with 403, or 6691623 with 400, as the switch says.
 */
export function authorize(
  { settings: { roles, ambiguities } }: SimulatedCluster,
  user: User,
  method: string,
  segments: readonly string[],
): void {
  const role = roleOf(user, roles);
  const isOfSvm = user.svm !== undefined || user.role === "vsadmin";
  const isBarred =
    isOfSvm && ["cluster", "security"].includes(segments[1] ?? "") && ambiguities.clusterForSvmUser === "refuse";
  if (role !== undefined && !isBarred && permits(role, method, segments)) {
    return;
  }
  throw ambiguities.missingRight === "6"
    ? new ApiError(403, "6", "not authorized for that command")
    : new ApiError(400, "6691623", "User is not authorized to perform this operation.");
}
