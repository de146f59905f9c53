import type { ConfigLookup } from "../../provider/connection";
import { fromFile, fromStack } from "../drift/source";
import type { ReportSource } from "../provenance";
import { ifStack, noConfiguration } from "../stack/configuration";
import type { RecordedResource } from "../stack/recorded";
import type { SessionsOptions } from "./options";

/** What the stack records, and how its arrays are reached. */
export interface Source {
  /** Undefined without a stack. */
  readonly resources: readonly RecordedResource[] | undefined;
  readonly config: ConfigLookup;
  readonly origin: ReportSource;
}

const NO_STACK: Source = { resources: undefined, config: noConfiguration, origin: { stack: null, project: null } };

/** The resources of the stack or file; without either, the connection comes from the environment alone. */
export async function sourceOf(source: SessionsOptions["source"]): Promise<Source> {
  return "file" in source ? fromFile(source.file) : ((await ifStack(source, fromStack)) ?? NO_STACK);
}
