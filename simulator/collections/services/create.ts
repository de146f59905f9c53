import { svmFromBody } from "../../rules/svm-reference";
import { aliasProblem } from "../../rules/target-alias";
import type { Svm } from "../../state/model";
import { newTargetName } from "../../state/names";
import type { SimulatedCluster } from "../../state/simulated-cluster";
import { credentialKey } from "../../state/store";
import { ApiError } from "../../wire/api-error";
import { bodyFlag, bodyText, checkBodyFields, invalidValue } from "../../wire/body-fields";
import type { WireRecord } from "../../wire/json";
import { flag } from "../../wire/parameters";
import type { Key, Request } from "../collection";
import { refuseOnAsaR2 } from "./asa-r2";

/**
 * POST of a service: also creates the SVM's `default` credential row.
 *
 * @throws ApiError 5376452, 1115127, 2621707, 2621706, 2621462, 2621507, 5374893, 5373966, 5374077.
 */
export function createService(request: Request, body: WireRecord): Key {
  const { cluster: world, scope, rawQuery } = request;
  checkBodyFields(
    body,
    { writable: ["svm.uuid", "svm.name", "enabled", "target.alias"], refused: { "target.name": "262196" } },
    flag(rawQuery, "ignore_unknown_fields", false),
  );
  const enabled = bodyFlag(body, "enabled") ?? true;
  const alias = bodyText(body, "target.alias");
  checkAlias(alias, world);
  refuseOnAsaR2(world.settings);
  if (!world.store.licenses.includes("iscsi")) {
    throw new ApiError(403, "1115127", "The cluster lacks a valid iSCSI license.");
  }
  const svm = svmFromBody(body, world.store, scope);
  checkSvm(world, svm);
  const service = { svm, enabled, alias: firstAlias(alias, svm, world), targetName: newTargetName(world.store, svm) };
  world.store.services.set(service);
  if (world.store.credentials.get(credentialKey(svm.uuid, "default")) === undefined) {
    world.store.credentials.set({ svm, initiator: "default", authenticationType: "none", ranges: [], masks: [] });
  }
  return [svm.uuid];
}

function checkSvm(world: SimulatedCluster, svm: Svm): void {
  if (!svm.iscsiAllowed) {
    throw new ApiError(409, "2621507", `The iSCSI protocol is not allowed for SVM "${svm.name}".`, "svm");
  }
  if (svm.state !== "running") {
    throw new ApiError(
      409,
      "5374893",
      `SVM "${svm.name}" is stopped. The SVM must be running to create an iSCSI service.`,
      "svm",
    );
  }
  if (svm.nvmeEnabled) {
    const message = `An iSCSI service cannot be created in SVM "${svm.name}", which is configured for NVMe.`;
    throw new ApiError(409, "5373966", message, "svm");
  }
  if (world.store.services.get(svm.uuid) !== undefined) {
    throw new ApiError(409, "5374077", `An iSCSI service already exists for SVM "${svm.name}".`, "svm");
  }
}

function checkAlias(alias: string | undefined, { settings }: SimulatedCluster): void {
  if (alias === undefined || (alias === "" && settings.unknowns.postEmptyAlias !== "refuse")) return;
  const problem = aliasProblem(alias);
  if (problem !== undefined) throw invalidValue("target.alias", alias, problem);
}

function firstAlias(alias: string | undefined, svm: Svm, { settings }: SimulatedCluster): string {
  if (alias === "" && settings.unknowns.postEmptyAlias === "default") return svm.name;
  return alias ?? svm.name;
}
