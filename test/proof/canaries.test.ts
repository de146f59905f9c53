import { proof } from "../../proof/canaries";
import { expectProven } from "./short";

it("secrets turn up in nothing that is printed, kept, or handed to a process, in short", () => expectProven(proof));
