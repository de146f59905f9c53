import { proof } from "../../proof/faults";
import { expectProven } from "./short";

test("no fault at a request of an operation loses, doubles or cuts anything, in short", () => expectProven(proof));
