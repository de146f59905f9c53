/** The simulator's query language: what ONTAP does with everything behind the `?` of a request. */
export { answerCollection } from "./collection";
export { parseTimestamp } from "./field-values";
export { answerInstance, type InstanceRequest } from "./instance";
export type { Version } from "./known-fields";
export type { Page } from "./page";
export { type Call, checkParameters } from "./parameters";
export { selectPage, selectRecords } from "./selection";
export type {
  CollectionAnswer,
  CollectionRequest,
  CollectionSpec,
  FieldSpec,
  Json,
  WireRecord,
} from "./types";
