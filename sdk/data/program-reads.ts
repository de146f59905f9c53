import type * as pulumi from "@pulumi/pulumi";
import type { RecordReads } from "../../provider/reads/collection-reads";
import type { Reader } from "../../provider/reads/reader";
import { ontapClient } from "../connections";
import { called, calledForEach } from "./call";
import { queryBuilders } from "./query-builders";

/** A program reads by the connection of its stack's configuration. */
const program: Reader = {
  client: ontapClient,
  notation: queryBuilders,
  optionalRead: "the function that begins with find",
  documentedValuesOnly: true,
};

/** Reading records of one kind from a program, by Pulumi's options. */
export interface ProgramReads {
  get<T>(args: unknown, opts: pulumi.InvokeOptions): Promise<T>;
  list<T>(args: unknown, opts: pulumi.InvokeOptions): Promise<T[]>;
  find<T>(args: unknown, opts: pulumi.InvokeOptions): Promise<T | undefined>;
  count(args: unknown, opts: pulumi.InvokeOptions): Promise<number>;
  iterate<T>(args: unknown, opts: pulumi.InvokeOptions): AsyncGenerator<T, void>;
}

/** The reads of a record for programs: what they throw has the form in which a program gets it. */
export function programReads(reads: RecordReads): ProgramReads {
  const { noun } = reads.record;
  return {
    get: <T>(args: unknown, opts: pulumi.InvokeOptions) =>
      called({ noun, args, opts }, () => reads.get<T>(program, args)),
    list: <T>(args: unknown, opts: pulumi.InvokeOptions) =>
      called({ noun, args, opts }, () => reads.list<T>(program, args)),
    find: <T>(args: unknown, opts: pulumi.InvokeOptions) =>
      called({ noun, args, opts }, () => reads.find<T>(program, args)),
    count: (args, opts) => called({ noun, args, opts }, () => reads.count(program, args)),
    iterate: <T>(args: unknown, opts: pulumi.InvokeOptions) =>
      calledForEach({ noun, args, opts }, () => reads.iterate<T>(program, args)),
  };
}
