import { proof } from "../../proof/hostile-program";
import { expectProven } from "./short";

it("a program that sends wrong requests gets documented errors and changes nothing, in short", () =>
  expectProven(proof));
