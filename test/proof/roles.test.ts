import { proof } from "../../proof/roles";
import { expectProven } from "./short";

/** It starts some forty processes, one after the other; on a busy machine each takes ten times as long. */
const TIMEOUT_MS = 240_000;

it(
  "proves in short that each task needs the rights that the documents state, and names the one that is missing",
  () => expectProven(proof),
  TIMEOUT_MS,
);
