import { withWholeItems } from "../record/record";
import type { Exchange } from "./call";
import { accepted, type CollectionKind } from "./collection";
import { CreatedUnseen } from "./created-unseen";
import { OntapError } from "./ontap-error";
import { queryString } from "./query";

/** What to answer of one object. */
export interface GetOptions {
  /** Fields to return in addition to the identifiers, by wire name. Default: all but the expensive ones. */
  readonly fields?: readonly string[];
}

/** Path of one object: its keys, in the order of the URL, each percent-encoded. */
export function instancePath(collectionPath: string, keys: ReadonlyArray<string | number>): string {
  return [collectionPath, ...keys.map((key) => encodeKey(String(key)))].join("/");
}

/** Path of a collection that each SVM has of its own; `{svm.uuid}` stands for the SVM. */
export function pathInSvm(path: string, svmUuid: string): string {
  return path.replace("{svm.uuid}", () => encodeKey(svmUuid));
}

function encodeKey(key: string): string {
  if (key === "" || key === "." || key === "..") {
    throw new OntapError({
      code: "configuration",
      operation: `address an object by the key ${JSON.stringify(key)}`,
      reason: "it cannot stand in a path",
    });
  }
  return encodeURIComponent(key);
}

/** GET of one object. Throws `api-error` with ONTAP's code where there is none. */
export async function getInstance<Wire>(
  exchange: Exchange,
  kind: CollectionKind<Wire>,
  keys: ReadonlyArray<string | number>,
  options: GetOptions = {},
): Promise<Wire> {
  const path = instancePath(kind.path, keys);
  const query =
    options.fields === undefined
      ? ""
      : `?${queryString([["fields", withWholeItems(kind.fields, options.fields).join(",")]])}`;
  const { body } = await exchange({ method: "GET", path: `${path}${query}` });
  return accepted(kind, body);
}

/** POST with `return_records=true`: the created object. Throws {@link CreatedUnseen} where ONTAP does not show it. */
export async function createInstance<Wire>(
  exchange: Exchange,
  kind: CollectionKind<Wire>,
  body: unknown,
): Promise<Wire> {
  const reply = await exchange({ method: "POST", path: `${kind.path}?return_records=true`, body });
  const [created]: unknown[] = Array.isArray(reply.body.records) ? reply.body.records : [];
  if (!kind.accepts(created)) {
    throw new CreatedUnseen(kind.noun);
  }
  return created;
}

/** PATCH of one object. */
export async function updateInstance(exchange: Exchange, path: string, body: unknown): Promise<void> {
  await exchange({ method: "PATCH", path, body });
}

/** DELETE of one object. */
export async function deleteInstance(exchange: Exchange, path: string): Promise<void> {
  await exchange({ method: "DELETE", path });
}
