import { ApiError } from "../wire/api-error";
import type { WireRecord } from "../wire/json";

/** Refuses a PATCH that names nothing at all (262190); one of empty objects alone passes and changes nothing. */
export function refuseEmptyPatch(body: WireRecord): void {
  if (Object.keys(body).length === 0) {
    throw new ApiError(400, "262190", "A PATCH requires at least one value to change.");
  }
}
