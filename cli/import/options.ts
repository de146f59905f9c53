import { CLUSTER_NAME } from "../../provider/connection";
import { oneOf, readArguments, refuseEmpty } from "../arguments";
import type { StackLocation } from "../stack/pulumi";
import { UsageError } from "../usage-error";
import { type Language, languageNames } from "./languages";

/** What `ontap-iscsi import` is asked to do. */
export interface ImportOptions {
  /** Folder to write into; made where it is missing. */
  readonly out: string;
  readonly cluster: string | undefined;
  /** ONTAP query expressions for SVM names; none means all SVMs. */
  readonly svms: readonly string[];
  /** File with the passwords that are known. */
  readonly passwords: string | undefined;
  /** Whose configuration says how to reach the array. */
  readonly place: StackLocation;
  readonly force: boolean;
  readonly language: Language;
  /** Whether a TypeScript program goes through the plugin, by a provider object. */
  readonly withProvider: boolean;
  /** What becomes of the credentials of an SVM: a resource each, or the rows of one table. */
  readonly as: "singles" | "table";
  /** Where what is to be imported comes from: the array, or the state of the stack, which is moved. */
  readonly from: "array" | "state";
  /** Whether the import file alone is printed, and nothing written. */
  readonly printImportFile: boolean;
}

/** Reads the arguments. Throws {@link UsageError}. */
export function readImportOptions(args: readonly string[]): ImportOptions | "help" {
  const values = readArguments(args, {
    out: { type: "string" },
    cluster: { type: "string" },
    svm: { type: "string", multiple: true },
    passwords: { type: "string" },
    stack: { type: "string" },
    cwd: { type: "string" },
    force: { type: "boolean" },
    language: { type: "string" },
    provider: { type: "boolean" },
    table: { type: "boolean" },
    singles: { type: "boolean" },
    "print-import-file": { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  const {
    out,
    cluster,
    svm = [],
    passwords,
    stack,
    cwd,
    force = false,
    provider = false,
    table = false,
    singles = false,
    help,
  } = values;
  if (help) {
    return "help";
  }
  refuseEmpty(values);
  if (out === undefined) {
    throw new UsageError("--out is missing");
  }
  if (cluster !== undefined && !CLUSTER_NAME.test(cluster)) {
    throw new UsageError("--cluster must be a letter, then letters, digits and hyphens");
  }
  const language = oneOf("language", values.language ?? "typescript", languageNames);
  if (provider && language !== "typescript") {
    throw new UsageError(`--provider is for TypeScript: a program in ${language} goes through the plugin in any case`);
  }
  if (provider && cluster !== undefined) {
    throw new UsageError("--provider declares the array that ontap-iscsi:host names: give it without --cluster");
  }
  if (table && singles) {
    throw new UsageError("--table and --singles exclude each other");
  }
  if (singles && stack === undefined) {
    throw new UsageError("--singles takes the tables of a stack apart: say which by --stack");
  }
  const from = stack !== undefined && (table || singles) ? "state" : "array";
  const printImportFile = values["print-import-file"] ?? false;
  if (printImportFile && from === "array") {
    throw new UsageError("--print-import-file is for --table and --singles with --stack");
  }
  if (from === "state" && (svm.length > 0 || passwords !== undefined)) {
    throw new UsageError(
      `${table ? "--table" : "--singles"} with --stack takes everything from the stack's state: give it without --svm and --passwords`,
    );
  }
  const place = { cwd: cwd ?? process.cwd(), ...(stack === undefined ? {} : { stack }) };
  const as = table ? "table" : "singles";
  return {
    out,
    cluster,
    svms: svm,
    passwords,
    place,
    force,
    language,
    withProvider: provider,
    as,
    from,
    printImportFile,
  };
}
