import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Codes that any call of ONTAP's REST API may give. Source: "Getting started with the ONTAP REST API", error responses. */
const GENERAL = [3, 4, 6, 7, 39387137, 262145, 262160, 262179, 262186, 262188, 262190, 262194, 262196, 262197, 262198]
  .concat([262199, 262200, 262201, 262202, 262203, 262211, 262212, 262222, 262248, 262249, 262250, 262254, 262255])
  .concat([262268, 262272, 262273, 262274, 262275, 262276, 262277, 262282, 262286, 262287, 262288]);

/** Every code that is documented: those of any call, and those of the reference. */
export function documentedCodes(): ReadonlySet<string> {
  const reference = readFileSync(join(__dirname, "../../docs/reference/codes.md"), "utf8");
  return new Set([...GENERAL.map(String), ...(reference.match(/\b\d{7}\b/g) ?? [])]);
}
