import { proof } from "../../proof/model";
import { expectProven } from "./short";

test("Random sequences of commands do nothing that the model forbids, on either side", () => expectProven(proof));
