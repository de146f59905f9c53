import type { Simulator } from "../simulator";
import { serve, type TinyServer } from "./provider/rest/tiny-server";

/** A record as the array answers it. */
export type Row = Readonly<Record<string, unknown>>;
/** Gives what takes a row's place; `alone` where it is not one of a list. */
export type Spoil = (row: Row, alone: boolean) => unknown;

/** Stands before a simulated array as a release that answers some rows in another shape than ONTAP documents. */
export function withSpoiledRows({ url }: Pick<Simulator, "url">, spoil: Spoil): Promise<TinyServer> {
  return serve(async ({ method, url: path, headers: { authorization = "" }, body }) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { Authorization: authorization, Accept: "application/json" },
      ...(body === "" ? {} : { body }),
    });
    const answer: unknown = JSON.parse((await response.text()) || "{}");
    return { status: response.status, json: isRow(answer) && response.ok ? spoiled(answer, spoil) : answer };
  });
}

function spoiled(answer: Row, spoil: Spoil): unknown {
  const { records } = answer;
  return Array.isArray(records)
    ? { ...answer, records: records.map((row) => (isRow(row) ? spoil(row, false) : row)) }
    : spoil(answer, true);
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
