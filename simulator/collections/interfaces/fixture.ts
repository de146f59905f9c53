import ipaddr from "ipaddr.js";
import type { InputReader } from "../../input/reader";
import { stableUuid } from "../../state/names";
import type { Store } from "../../state/store";
import type { WireRecord } from "../../wire/json";
import { defaultSvms, svmOf, svmReference } from "../svms/fixture";
import { FIRST_PORTAL_GROUP_TAG, type Interface } from "./table";

/** Two iSCSI interfaces for each default SVM, `iscsi_lif1` and `iscsi_lif2`. */
export function defaultInterfaces(): Interface[] {
  return defaultSvms.flatMap((svm, network) =>
    [1, 2].map((number) => ({
      svm,
      uuid: stableUuid("interface", svm.name, `iscsi_lif${number}`),
      name: `iscsi_lif${number}`,
      address: `192.168.${network}.${number}`,
      enabled: true,
      state: "up",
      services: ["data_core", "data_iscsi"],
      targetPortalGroupTag: FIRST_PORTAL_GROUP_TAG + number - 1,
    })),
  );
}

/** An interface as a fixture holds it. */
export function interfaceEntry(row: Interface): WireRecord {
  const { svm, name, uuid, address, enabled, state, services } = row;
  const special = state === (enabled ? "up" : "down") ? {} : { state };
  return { svm: svmReference(svm), name, uuid, ip: { address }, enabled, ...special, services };
}

/** Reads `interfaces`; each gets the next target portal group tag of its SVM. */
export function readInterfaces(top: InputReader, store: Store): void {
  for (const entry of top.objects("interfaces", [
    "svm",
    "uuid",
    "name",
    "ip",
    "enabled",
    "services",
    "state",
    "scope",
  ])) {
    const svm = svmOf(entry, store);
    const name = entry.required("name");
    const ip = entry.object("ip", ["address", "netmask", "family", "port"]);
    const address = ip?.text("address");
    if (address === undefined || !ipaddr.isValid(address)) {
      throw entry.fail("ip.address", "must be an IP address");
    }
    const earlier = store.interfaces.rows().filter((row) => row.svm.uuid === svm.uuid);
    if (earlier.some((row) => row.name === name)) {
      throw entry.fail("name", `"${name}" is taken in ${svm.name}`);
    }
    const uuid = entry.text("uuid") ?? stableUuid("interface", svm.name, name);
    if (store.interfaces.get(uuid) !== undefined) {
      throw entry.fail("uuid", `"${uuid}" is taken by another interface`);
    }
    const enabled = entry.flag("enabled", true);
    store.interfaces.set({
      svm,
      uuid,
      name,
      address,
      enabled,
      state: entry.oneOf("state", ["up", "down"] as const) ?? (enabled ? "up" : "down"),
      services: entry.texts("services") ?? ["data_core", "data_iscsi"],
      targetPortalGroupTag: FIRST_PORTAL_GROUP_TAG + earlier.length,
    });
  }
}
