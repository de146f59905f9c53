import { proof } from "../../proof/bounded";
import { expectProven } from "./short";

it("an array that does not respond ends each operation in time, and memory does not grow, in short", () =>
  expectProven(proof));
