/** The simulator's query language: what ONTAP does with everything after the `?` of a request. */
export type { Json, WireRecord } from "../wire/json";
export { answerCollection, answerInstance, selectPage } from "./answer";
export type { Version } from "./known-fields";
export type { Page } from "./page";
export { type Call, checkParameters } from "./parameters";
export type { CollectionAnswer, CollectionSpec } from "./types";
