import { OntapError } from "../rest";
import { clusterPrefix, type RawConnection } from "./keys";
import { knownKey } from "./unknown-key";

/** What a cluster may be called. */
export const CLUSTER_NAME = /^[A-Za-z][A-Za-z0-9-]*$/;

/**
 * The named clusters of `ontap-iscsi:clusters`, checked: names, keys, value types, and that no two names share their
 * environment variables. Throws `configuration`.
 */
export function parseClusters(json: string | undefined): ReadonlyMap<string, RawConnection> {
  if (json === undefined || json.trim() === "") {
    return new Map();
  }
  const clusters = Object.entries(objectOf("ontap-iscsi:clusters", parse(json)));
  const prefixes = new Map<string, string>();
  return new Map(
    clusters.map(([name, value]) => {
      if (!CLUSTER_NAME.test(name)) {
        throw wrong(
          `the cluster name ${JSON.stringify(name)}`,
          "a letter, then letters, digits and hyphens are allowed",
        );
      }
      const prefix = clusterPrefix(name);
      const other = prefixes.get(prefix);
      if (other !== undefined) {
        throw wrong(`the clusters ${other} and ${name}`, `both would be read from ONTAP_${prefix}_*: rename one`);
      }
      prefixes.set(prefix, name);
      return [name, rawConnection(`ontap-iscsi:clusters.${name}`, value)];
    }),
  );
}

function rawConnection(where: string, value: unknown): RawConnection {
  const raw: RawConnection = {};
  for (const [key, item] of Object.entries(objectOf(where, value))) {
    const known = knownKey(where, key);
    if (typeof item !== "string" && typeof item !== "number" && typeof item !== "boolean") {
      throw wrong(`${where}.${key}`, "a string, a number or a boolean is needed");
    }
    if (typeof item === "number" && !Number.isSafeInteger(item)) {
      throw wrong(`${where}.${key}`, "as a number it may have lost digits; write it as a string, in quotes");
    }
    if (item !== "") {
      raw[known] = String(item);
    }
  }
  return raw;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw wrong("ontap-iscsi:clusters", "it is not JSON; set it with pulumi config set --path");
  }
}

function objectOf(where: string, value: unknown): object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw wrong(where, "a map is needed");
  }
  return value;
}

function wrong(what: string, outcome: string): OntapError {
  return new OntapError({ code: "configuration", operation: `use ${what}`, reason: outcome });
}
