import { aliasProblem } from "../../rules/target-alias";
import { ApiError } from "../../wire/api-error";
import { bodyFlag, bodyText, checkBodyFields, invalidValue } from "../../wire/body-fields";
import type { WireRecord } from "../../wire/json";
import { flag } from "../../wire/parameters";
import type { Key, Request } from "../collection";
import { refuseEmptyPatch } from "../empty-patch";
import { existingService } from "./existing";

/**
 * PATCH of a service. Disabling shuts down all of the SVM's sessions.
 *
 * @throws ApiError 2621462, 5374078, 262190 (nothing to change), 5374081 (state and alias both change).
 */
export function updateService(request: Request, key: Key, body: WireRecord): void {
  const { cluster: world, rawQuery } = request;
  const service = existingService(request, key);
  refuseEmptyPatch(body);
  checkBodyFields(
    body,
    {
      writable: ["enabled", "target.alias"],
      refused: {
        "svm.uuid": "262203",
        "svm.name": "262203",
        "target.name": world.settings.unknowns.readOnlyInPatch,
      },
    },
    flag(rawQuery, "ignore_unknown_fields", false),
  );
  const enabled = bodyFlag(body, "enabled") ?? service.enabled;
  const alias = bodyText(body, "target.alias") ?? service.alias;
  const problem = alias === "" ? undefined : aliasProblem(alias);
  if (problem !== undefined) throw invalidValue("target.alias", alias, problem);
  if (enabled !== service.enabled && alias !== service.alias) {
    throw new ApiError(
      400,
      "5374081",
      "The administrative state of the iSCSI service cannot be changed together with other parameters.",
    );
  }
  world.store.services.set({ ...service, enabled, alias });
  if (!enabled) world.store.sessions.remove((session) => session.svm.uuid === service.svm.uuid);
}
