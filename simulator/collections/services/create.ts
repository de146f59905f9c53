import { svmFromBody } from "../../rules/svm-reference";
import { newTargetName } from "../../state/names";
import type { SimulatedCluster } from "../../state/simulated-cluster";
import { ApiError } from "../../wire/api-error";
import { bodyFlag, bodyText, checkBodyFields, invalidValue } from "../../wire/body-fields";
import type { WireRecord } from "../../wire/json";
import { flag } from "../../wire/parameters";
import type { Key, Request } from "../collection";
import { credentialKey } from "../credentials/table";
import type { Svm } from "../svms/table";
import { aliasProblem, refuseOnAsaR2 } from "./checks";

/**
 * POST of a service: also creates the SVM's `default` credential row.
 *
 * @throws ApiError 5376452, 1115127, 2621707, 2621706, 2621462, 2621507, 5374893, 5373966, 5374077.
 */
export function createService(request: Request, body: WireRecord): Key {
  const { cluster, scope, rawQuery } = request;
  checkBodyFields(
    body,
    { writable: ["svm.uuid", "svm.name", "enabled", "target.alias"], refused: { "target.name": "262196" } },
    flag(rawQuery, "ignore_unknown_fields", false),
  );
  const enabled = bodyFlag(body, "enabled") ?? true;
  const alias = bodyText(body, "target.alias");
  checkAlias(alias, cluster);
  refuseOnAsaR2(cluster.settings);
  if (!cluster.store.licenses.includes("iscsi")) {
    throw new ApiError(403, "1115127", "The cluster lacks a valid iSCSI license.");
  }
  const svm = svmFromBody(body, cluster.store, scope);
  checkSvm(cluster, svm);
  const service = {
    svm,
    enabled,
    alias: firstAlias(alias, svm, cluster),
    targetName: newTargetName(cluster.store, svm),
  };
  cluster.store.services.set(service);
  if (cluster.store.credentials.get(credentialKey(svm.uuid, "default")) === undefined) {
    cluster.store.credentials.set({ svm, initiator: "default", authenticationType: "none", ranges: [], masks: [] });
  }
  return [svm.uuid];
}

function checkSvm(cluster: SimulatedCluster, svm: Svm): void {
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
  if (cluster.store.services.get(svm.uuid) !== undefined) {
    throw new ApiError(409, "5374077", `An iSCSI service already exists for SVM "${svm.name}".`, "svm");
  }
}

function checkAlias(alias: string | undefined, { settings }: SimulatedCluster): void {
  if (alias === undefined || (alias === "" && settings.ambiguities.postEmptyAlias !== "refuse")) {
    return;
  }
  const problem = aliasProblem(alias);
  if (problem !== undefined) {
    throw invalidValue("target.alias", alias, problem);
  }
}

function firstAlias(alias: string | undefined, svm: Svm, { settings }: SimulatedCluster): string {
  if (alias === "" && settings.ambiguities.postEmptyAlias === "default") {
    return svm.name;
  }
  return alias ?? svm.name;
}
