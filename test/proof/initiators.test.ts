import { proof } from "../../proof/initiators";
import { missingPackages, requirePackages } from "../../proof/initiators/packages";
import { expectProven } from "./short";

const missing = missingPackages();

if (missing.length === 0) {
  test("real initiators log in to the simulator, and the session guard protects one that is held", async () => {
    await expectProven(proof);
  });
} else {
  test("without real initiators the proof fails, and names the packages that are missing", async () => {
    await expect(expectProven(proof)).rejects.toThrow(`apt-get install ${missing.join(" ")}`);
  });
}

test("a machine without any of them is told all of them", () => {
  expect(missingPackages("/nowhere")).toEqual(expect.arrayContaining(["gcc", "libiscsi-bin", "tgt"]));
  expect(() => requirePackages(["libiscsi-bin", "tgt"])).toThrow("apt-get install libiscsi-bin tgt");
});
