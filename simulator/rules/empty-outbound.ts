import type { SimulatedCluster } from "../state/simulated-cluster";
import { atLeast } from "../state/version";
import { bodyText, invalidValue } from "../wire/body-fields";
import type { WireRecord } from "../wire/json";

/**
 * The documents up to 9.10.1 have 1 to 128 characters for an outbound user and do not say that an empty one clears the
 * pair, as newer ones do. Whether the early releases refuse it is what the switch decides.
 *
 * @throws ApiError 262197.
 */
export function checkEmptyOutboundUser({ settings, store }: SimulatedCluster, body: WireRecord): void {
  const isRefused = settings.ambiguities.emptyOutboundUser === "refuseBefore911" && !atLeast(store.version, 9, 11);
  if (isRefused && bodyText(body, "chap.outbound.user") === "") {
    throw invalidValue("chap.outbound.user", "", "1 to 128 characters");
  }
}
