import { withoutQuotedSecrets } from "../../../provider/plugin/quoted-secrets";

const values = {
  initiator: "iqn.1998-01.com.example:host1",
  ranges: [{ start: "10.0.0.1" }],
  cluster: "ab",
  svm: "svm1",
};

test("A message shows nothing that the engine has as a secret, at any depth", () => {
  const text = "Could not create iqn.1998-01.com.example:host1 from 10.0.0.1 on svm1";
  expect(withoutQuotedSecrets(text, { values, secrets: [["initiator"], ["ranges"]] })).toBe(
    "Could not create [secret] from [secret] on svm1",
  );
  expect(withoutQuotedSecrets(text, { values, secrets: [] })).toBe(text);
});

test("The longer of two secrets that begin alike is hidden as a whole", () => {
  const alike = { values: { a: "host", b: "host1-secret" }, secrets: [["a"], ["b"]] };
  expect(withoutQuotedSecrets("host1-secret and host", alike)).toBe("[secret] and [secret]");
});

test("What is too short to be told from other text stays", () => {
  expect(withoutQuotedSecrets("about", { values, secrets: [["cluster"]] })).toBe("about");
});
