import type { WireRecord } from "../wire/json";
import { flag } from "../wire/parameters";
import { selectLeaves } from "./fields";
import { readParameters } from "./parameters";
import { project, withParents } from "./projection";
import type { CollectionRequest } from "./types";

/** A GET of one instance, as far as the query language is concerned. */
export type InstanceRequest = Omit<CollectionRequest, "maxPage">;

/**
 * Answers a GET of one instance: the standard fields (those of `fields=*`) unless the client names others, identifiers
 * always. Its self link never bears the query. Throws an ApiError, with a target, for whatever ONTAP refuses; filters are
 * unknown parameters here.
 */
export function answerInstance(request: InstanceRequest, record: WireRecord): WireRecord {
  const parameters = readParameters(request.spec, request.rawQuery, request.version, "read");
  const leaves = selectLeaves({
    spec: request.spec,
    known: parameters.known,
    fields: parameters.general.get("fields"),
    ignoreUnknown: flag(request.rawQuery, "ignore_unknown_fields", false),
    fallback: "standard",
  });
  return project(record, { names: withParents(leaves), links: request.hal ? request.spec.links(record) : {} });
}
