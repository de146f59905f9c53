import { readFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../package.json";
import { functionDeclarations } from "../../provider/functions/declarations";
import { resources } from "../../provider/resources";
import { pulumiSchema } from "../../provider/spec/pulumi-schema";
import { readResult } from "../bench/results";
import { readResults } from "../proof/results";
import { argumentTypes } from "./argument-types";
import { codesPage } from "./codes-page";
import { dataFunctions } from "./data-functions";
import { functionsPage } from "./functions-page";
import { performancePage } from "./performance-page";
import { proofPage } from "./proof-page";
import { providerClass } from "./provider-class";
import { fileOf, records } from "./records";
import { recordsPage } from "./records-page";
import { resourceClass, resourceFile } from "./resource-class";
import { resourcesPage } from "./resources-page";

const declared = Object.values(resources);

/** By this Pulumi's Node.js host starts the plugin from its folder; it must install nothing there. */
const pluginPackage = {
  name: "pulumi-resource-ontap-iscsi",
  version,
  private: true,
  type: "commonjs",
  main: "main.js",
};

const ROOT = join(__dirname, "../..");
const PERFORMANCE = "docs/performance.md";
const PROOF = "docs/proof.md";
const keptResult = (name: string) => readResult(join(ROOT, "bench/results"), name);

/** A file that follows from declarations. */
export interface Output {
  /** Path from the checkout. */
  readonly file: string;
  /** Its text, not yet formatted. */
  text(): string;
}

/** Every file that `npm run generate` writes. */
export const outputs: readonly Output[] = [
  ...records.map((one, index) => ({
    file: `sdk/data/${fileOf(one)}.ts`,
    text: () => dataFunctions(one, records.slice(0, index)),
  })),
  { file: "docs/reference/records.md", text: () => recordsPage(records) },
  ...declared.map((one) => ({ file: `sdk/${resourceFile(one)}.ts`, text: () => resourceClass(one) })),
  { file: "sdk/provider.ts", text: () => providerClass(version) },
  { file: "sdk/types.ts", text: () => argumentTypes(declared) },
  { file: "docs/reference/resources.md", text: () => resourcesPage(declared) },
  { file: "docs/reference/functions.md", text: () => functionsPage(functionDeclarations) },
  { file: "docs/reference/codes.md", text: () => codesPage(declared) },
  {
    file: PROOF,
    text: () => proofPage(readFileSync(join(ROOT, PROOF), "utf8"), readResults(join(ROOT, "proof/results"))),
  },
  { file: PERFORMANCE, text: () => performancePage(readFileSync(join(ROOT, PERFORMANCE), "utf8"), keptResult) },
  { file: "plugin/schema.json", text: () => JSON.stringify(pulumiSchema(declared, version)) },
  { file: "plugin/package.json", text: () => JSON.stringify(pluginPackage) },
];
