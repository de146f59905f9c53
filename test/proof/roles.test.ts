import { proof } from "../../proof/roles";
import { expectProven } from "./short";

it("proves in short that each task needs the rights that the documents state, and names the one that is missing", () =>
  expectProven(proof));
