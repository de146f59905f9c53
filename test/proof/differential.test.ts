import { proof } from "../../proof/differential";
import { expectProven } from "./short";

test("Check, the plugin's Check and the array agree on every code that does not depend on the array's state", () =>
  expectProven(proof));
