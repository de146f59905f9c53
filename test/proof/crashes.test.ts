import { proof } from "../../proof/crashes";
import { expectProven } from "./short";

test("a stack comes back from a provider and an engine that were killed, in short", () => expectProven(proof));
