import type { ProofOutcome } from "../../tools/proof/proof";
import { expectProven } from "./short";

const finding = (outcome: ProofOutcome) => ({ title: "a title", run: async () => outcome });

it("passes where nothing failed", async () => {
  await expectProven(finding({ cases: 3, figures: [], failures: [] }));
});

it("fails with what was found, and where no case was run", async () => {
  await expect(expectProven(finding({ cases: 3, figures: [], failures: ["one lost"] }))).rejects.toThrow("one lost");
  await expect(expectProven(finding({ cases: 0, figures: [], failures: [] }))).rejects.toThrow();
});
