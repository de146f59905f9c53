import type { Settings } from "../../state/settings";
import { ApiError } from "../../wire/api-error";

/** Refuses POST and DELETE of services with 5376452 where the cluster plays an ASA r2. */
export function refuseOnAsaR2(settings: Settings): void {
  if (settings.personality === "asaR2") {
    throw new ApiError(405, "5376452", "Service POST and DELETE are not supported on ASA r2.");
  }
}
