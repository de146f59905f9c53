import { received } from "../../../provider/plugin/bag";
import { hidden } from "../../../provider/plugin/hidden";
import { secret, struct } from "./wire";

const given = [
  received(struct({ initiator: secret("iqn.1998-01.com.example:one"), svm: { name: "svm1" } })),
  received(struct({ list: [secret({ start: "10.0.0.1" })], short: secret("svm"), longer: secret("10.0.0.11") })),
];

test("A message does not show what the program made a secret, wherever that stands", () => {
  expect(hidden("iqn.1998-01.com.example:one on svm1 from 10.0.0.11 and 10.0.0.1", given)).toBe(
    "[secret] on svm1 from [secret] and [secret]",
  );
});

test("A message without a secret stays as it is", () => {
  expect(hidden("nothing of it", given)).toBe("nothing of it");
});
