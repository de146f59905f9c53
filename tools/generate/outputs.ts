import { version } from "../../package.json";
import { resources } from "../../provider/resources";
import { pulumiSchema } from "../../provider/spec/pulumi-schema";
import { dataFunctions } from "./data-functions";
import { fileOf, records } from "./records";
import { recordsPage } from "./records-page";

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
  { file: "plugin/schema.json", text: () => JSON.stringify(pulumiSchema(Object.values(resources), version)) },
];
