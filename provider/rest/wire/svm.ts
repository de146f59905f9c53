import { checkOf, object, text } from "./check";

/** An SVM as ONTAP answers it. */
export interface WireSvmRecord {
  readonly uuid: string;
  readonly name: string;
  readonly state?: string | null;
}

export const isWireSvmRecord = checkOf<WireSvmRecord>(
  object({ uuid: { type: "string" }, name: { type: "string" }, state: text }, ["uuid", "name"]),
);
