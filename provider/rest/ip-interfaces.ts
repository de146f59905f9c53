import { boolean, object, text } from "../record/fields";
import { record } from "../record/record";
import type { WireOf } from "../record/types";
import type { Exchange } from "./call";
import { type Collection, collectionOf } from "./collection";
import { svmReference } from "./svm-reference";

const ipInterface = record({
  path: "/api/network/ip/interfaces",
  noun: "IP interface",
  doc: "A network interface (LIF).",
  source: '"ip_interface" in ONTAP\'s network document',
  keys: ["uuid"],
  fields: {
    uuid: text({ doc: "UUID.", always: true }),
    name: text({ doc: "Name; unique on its SVM." }),
    svm: object({ ...svmReference, doc: "The SVM that it is of; absent for an interface of the cluster." }),
    ip: object({ doc: "Where it is reached.", fields: { address: text({ doc: "IPv4 or IPv6 address." }) } }),
    enabled: boolean({ doc: "Whether it is to be up." }),
    state: text({ doc: "Such as `up` or `down`." }),
  },
});

/** A network interface as ONTAP answers it. */
export type WireIpInterface = WireOf<typeof ipInterface.fields>;

/** Network interfaces (LIFs) of the cluster and its SVMs, keyed by UUID. Only read. */
export type IpInterfaces = Collection<WireIpInterface>;

export function ipInterfaces(exchange: Exchange): IpInterfaces {
  return collectionOf(exchange, ipInterface);
}
