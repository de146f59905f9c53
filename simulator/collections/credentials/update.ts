import type { AddressList } from "../../rules/address-list";
import { addToList, removeFromList } from "../../rules/address-list-change";
import { chapAfterPatch } from "../../rules/chap";
import { checkEmptyOutboundUser } from "../../rules/empty-outbound";
import type { Ambiguities } from "../../state/ambiguities";
import { ApiError } from "../../wire/api-error";
import { bodyText, checkBodyFields, refuseEmptyPatch } from "../../wire/body-fields";
import type { WireRecord } from "../../wire/json";
import { flag } from "../../wire/parameters";
import type { Key, Request } from "../collection";
import { givesList, readList, readType, sharedFields } from "./body";
import { existingCredential } from "./existing";
import type { Credential } from "./table";

/** Query parameters of a PATCH that say what becomes of the stored address list. */
export const addressFlags = ["add_initiator_addresses", "remove_initiator_addresses"] as const;

/**
 * PATCH of a credential row.
 *
 * @throws ApiError 2621462, 5374895, 5374155 (address list on `default`), those of CHAP and of the address list.
 */
export function updateCredential(request: Request, key: Key, body: WireRecord): void {
  const { ambiguities } = request.cluster.settings;
  const row = existingCredential(request, key, "5374895");
  refuseEmptyPatch(body);
  checkFields(row, body, request);
  const type = readType(body);
  if (row.initiator === "default") {
    refuseListOnDefault(body, ambiguities);
  }
  checkEmptyOutboundUser(request.cluster, body);
  const chap = chapAfterPatch(row, type, body, ambiguities);
  const list = listAfterPatch(row, body, request);
  const { svm, initiator } = row;
  request.cluster.store.credentials.set({ svm, initiator, ...chap, ...list });
}

function checkFields(row: Credential, body: WireRecord, request: Request): void {
  const { ambiguities } = request.cluster.settings;
  const shared = sharedFields(ambiguities);
  // The documents list the initiator among the body fields of PATCH, so the path's own is not a mistake.
  const same = bodyText(body, "initiator") === row.initiator;
  checkBodyFields(
    body,
    {
      writable: shared.writable,
      ignored: [...(shared.ignored ?? []), ...(same ? ["initiator"] : [])],
      refused: {
        ...shared.refused,
        "svm.uuid": "262203",
        "svm.name": "262203",
        ...(same ? {} : { initiator: ambiguities.readOnlyInPatch }),
      },
    },
    flag(request.rawQuery, "ignore_unknown_fields", false),
  );
}

function refuseListOnDefault(body: WireRecord, ambiguities: Ambiguities): void {
  if (!givesList(body)) {
    return;
  }
  const { ranges = [], masks = [] } = readList(body, ambiguities);
  if (ambiguities.emptyListOnDefault === "accept" && ranges.length + masks.length === 0) {
    return;
  }
  throw new ApiError(
    400,
    "5374155",
    "The functionality is not supported for the default security credential.",
    "initiator_address",
  );
}

function listAfterPatch(row: Credential, body: WireRecord, request: Request): AddressList {
  const { ambiguities } = request.cluster.settings;
  const given = readList(body, ambiguities);
  if (!givesList(body)) {
    return { ranges: row.ranges, masks: row.masks };
  }
  const list = { ranges: given.ranges ?? [], masks: given.masks ?? [] };
  let [add, remove] = addressFlags.map((name) => flag(request.rawQuery, name, false));
  if (add && remove) {
    if (ambiguities.bothAddressFlags === "refuse") {
      throw conflictingFlags();
    }
    add = ambiguities.bothAddressFlags === "add";
    remove = !add;
  }
  if (add) {
    return addToList(row, list);
  }
  if (remove) {
    return removeFromList(row, list, ambiguities.removeAbsentAddress);
  }
  if (ambiguities.oneListReplacesBoth) {
    return list;
  }
  return { ranges: given.ranges ?? row.ranges, masks: given.masks ?? row.masks };
}

function conflictingFlags(): ApiError {
  const [add, remove] = addressFlags;
  return new ApiError(400, "262186", `Field "${add}" cannot be used together with field "${remove}".`, add);
}
