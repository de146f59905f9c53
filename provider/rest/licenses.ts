import { text } from "../record/fields";
import { record } from "../record/record";
import type { WireOf } from "../record/types";
import type { Exchange } from "./call";
import { type Collection, collectionOf } from "./collection";

const license = record({
  path: "/api/cluster/licensing/licenses",
  noun: "licence",
  doc: "A package that the cluster is licensed for.",
  source: '"license_package" in ONTAP\'s licensing document',
  keys: ["name"],
  fields: {
    name: text({ doc: "Name of the package, such as `iscsi`.", always: true }),
    state: text({ doc: "Such as `compliant` or `noncompliant`, judged by all licences of the package." }),
  },
});

/** A licensed package as ONTAP answers it. */
export type WireLicense = WireOf<typeof license.fields>;

/** Packages that the cluster is licensed for. An account of one SVM may be refused to read them (403, code 6). */
export type Licenses = Collection<WireLicense>;

export function licenses(exchange: Exchange): Licenses {
  return collectionOf(exchange, license);
}
