import { isSecret, withoutQuotedSecrets } from "../../../provider/plugin/quoted-secrets";

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

test("Several answers are searched, whatever the case and however a secret is quoted", () => {
  const [news, olds] = [
    { values: { initiator: 'eui.0123456789ABCDEF"' }, secrets: [["initiator"]] },
    { values: { initiator: "a.b" }, secrets: [["initiator"]] },
  ];
  const text = 'replace a.b (not acb) by eui.0123456789abcdef" or "eui.0123456789ABCDEF\\""';
  expect(withoutQuotedSecrets(text, news, undefined, olds)).toBe(
    'replace [secret] (not acb) by [secret] or "[secret]"',
  );
});

test("A property is a secret where something in it is one", () => {
  const given = { values: {}, secrets: [["initiator"], ["chap", "inbound"]] };
  expect(["initiator", "chap", "svm"].map((name) => isSecret(name, given))).toEqual([true, true, false]);
});

test("A secret may be of any length", () => {
  const long = "a".repeat(1_000_000);
  expect(withoutQuotedSecrets(`no ${long}`, { values: { long }, secrets: [["long"]] })).toBe("no [secret]");
});
