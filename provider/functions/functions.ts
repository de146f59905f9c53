import type { Connections } from "../connection";
import { withArray } from "../reads/failure";
import type { Reader } from "../reads/reader";
import { OntapError } from "../rest";
import { type PropertyMap, withoutNulls } from "../schema/property-map";
import { type FunctionDeclaration, functionDeclarations, listKey, listName } from "./declarations";
import { formNotation } from "./query-form";

/** A function of the provider plugin: reads an array, and changes nothing. */
export interface PluginFunction {
  /**
   * Plain JSON of plain JSON. An argument that is null, at any depth, is treated as not given. Throws OntapErrors that
   * name the array: `configuration` for what ONTAP would refuse, before anything is sent.
   */
  call(connections: Connections, args: PropertyMap): Promise<PropertyMap>;
}

/** The functions by name, without their package: `getIscsiServices`. */
export const functions: ReadonlyMap<string, PluginFunction> = new Map(
  functionDeclarations.map((declared) => [declared.name, functionOf(declared)]),
);

function functionOf(declared: FunctionDeclaration): PluginFunction {
  const { noun } = declared.reads.record;
  return {
    async call(connections, args) {
      const given = withoutNulls(args);
      try {
        return await resultOf(declared, readerOf(connections, declared), given);
      } catch (error) {
        const cluster = typeof given.cluster === "string" ? given.cluster : undefined;
        throw error instanceof OntapError ? withArray(error, noun, () => connections.describe(cluster)) : error;
      }
    },
  };
}

async function resultOf(
  { returns, reads }: FunctionDeclaration,
  reader: Reader,
  args: PropertyMap,
): Promise<PropertyMap> {
  switch (returns) {
    case "one":
      return reads.get(reader, args);
    case "list": {
      const records = await reads.list(reader, args);
      return { [listKey(reads.record)]: records, count: records.length };
    }
    case "count":
      return { count: await reads.count(reader, args) };
  }
}

function readerOf(connections: Connections, { reads: { record } }: FunctionDeclaration): Reader {
  return {
    client: (cluster) => connections.client(cluster),
    notation: formNotation,
    optionalRead: listName(record),
    documentedValuesOnly: false,
  };
}
