import type { InputReader } from "../../input/reader";
import { readAddressList } from "../../rules/address-list";
import type { Store } from "../../state/store";
import { ApiError } from "../../wire/api-error";
import type { WireRecord } from "../../wire/json";
import { svmOf, svmReference } from "../svms/fixture";
import { authenticationTypes, type ChapPair, type Credential, credentialKey } from "./table";

/** A credential row as a fixture holds it, passwords included. */
export function credentialEntry(row: Credential): WireRecord {
  const { ranges, masks } = row;
  return {
    svm: svmReference(row.svm),
    initiator: row.initiator,
    authentication_type: row.authenticationType,
    ...((row.inbound || row.outbound) && {
      chap: {
        ...(row.inbound && { inbound: pairEntry(row.inbound) }),
        ...(row.outbound && { outbound: pairEntry(row.outbound) }),
      },
    }),
    ...((ranges.length > 0 || masks.length > 0) && {
      initiator_address: {
        ranges: ranges.map(({ start, end }) => ({ start, end })),
        masks: masks.map(({ address, netmask }) => ({ address, netmask })),
      },
    }),
  };
}

function pairEntry({ user, password }: ChapPair): WireRecord {
  return { user, ...(password !== undefined && { password }) };
}

/**
 * Reads `credentials`, passwords included. A `default` row replaces the one that came with its service. Secrets
 * may be in a row of type `none` or `deny`, where the switch `secretsGoWithType` can leave them.
 */
export function readCredentials(top: InputReader, store: Store): void {
  const given = new Set<string>();
  for (const entry of top.objects("credentials", [
    "svm",
    "initiator",
    "authentication_type",
    "chap",
    "initiator_address",
  ])) {
    const svm = svmOf(entry, store);
    const initiator = entry.required("initiator");
    const key = credentialKey(svm.uuid, initiator);
    if (given.has(key)) {
      throw entry.fail("initiator", `"${initiator}" has a row in ${svm.name} already`);
    }
    given.add(key);
    const chap = entry.object("chap", ["inbound", "outbound"]);
    const inbound = pair(chap, "inbound");
    const outbound = pair(chap, "outbound");
    const authenticationType = entry.oneOf("authentication_type", authenticationTypes);
    if (authenticationType === undefined) {
      throw entry.fail("authentication_type", "is missing");
    }
    const row: Credential = {
      svm,
      initiator,
      authenticationType,
      ...(inbound === undefined ? {} : { inbound }),
      ...(outbound === undefined ? {} : { outbound }),
      ...addressList(entry),
    };
    store.credentials.set(row);
  }
}

function pair(chap: InputReader | undefined, direction: "inbound" | "outbound"): ChapPair | undefined {
  const given = chap?.object(direction, ["user", "password"]);
  if (given === undefined || (!given.has("user") && !given.has("password"))) {
    return undefined;
  }
  const password = given.text("password");
  return { user: given.required("user"), ...(password === undefined ? {} : { password }) };
}

function addressList(entry: InputReader): Pick<Credential, "ranges" | "masks"> {
  const list = entry.object("initiator_address", ["ranges", "masks"]);
  if (list === undefined) {
    return { ranges: [], masks: [] };
  }
  const ranges = list.members("ranges", ["start", "end", "family"]);
  const masks = list.members("masks", ["address", "netmask", "family"]);
  try {
    return readAddressList(
      ranges.map((range) => ({ start: range.required("start"), end: range.required("end") })),
      masks.map((mask) => ({ address: mask.required("address"), netmask: mask.text("netmask") })),
    );
  } catch (error) {
    if (error instanceof ApiError) {
      throw entry.fail("initiator_address", `is refused: ${error.message}`);
    }
    throw error;
  }
}
