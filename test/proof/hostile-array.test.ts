import { proof } from "../../proof/hostile-array";
import { expectProven } from "./short";

it("an array that responds wrongly gets an error of ours or a right result, in short", () => expectProven(proof));
