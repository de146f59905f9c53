import { plaintextSecret, SECRET, unwrapped } from "../../../cli/stack/secrets";

const encrypted = { ...plaintextSecret(""), plaintext: undefined, ciphertext: "v1:abc" };

it("unwraps secrets wherever they are, and tells where: those in a list by the list's path", () => {
  const given = {
    svm: { name: "svm1" },
    chap: { inbound: { user: "host", password: plaintextSecret("pass") } },
    list: [plaintextSecret(1), { inner: plaintextSecret(true) }, null],
  };
  expect(unwrapped(given, "the state")).toEqual({
    value: {
      svm: { name: "svm1" },
      chap: { inbound: { user: "host", password: "pass" } },
      list: [1, { inner: true }, null],
    },
    secret: ["chap.inbound.password", "list", "list.inner"],
    encrypted: [],
  });
});

it("tells a secret that is an object once, also where another one is in it", () => {
  const chap = plaintextSecret({ inbound: { password: plaintextSecret("pass") } });
  expect(unwrapped({ chap }, "the state")).toEqual({
    value: { chap: { inbound: { password: "pass" } } },
    secret: ["chap"],
    encrypted: [],
  });
});

it("replaces one that is encrypted", () => {
  expect(unwrapped({ a: { b: encrypted } }, "the state")).toEqual({
    value: { a: { b: SECRET } },
    secret: ["a.b"],
    encrypted: ["a.b"],
  });
});

it("quotes nothing of a secret that is not JSON", () => {
  const broken = { ...plaintextSecret(""), plaintext: "hunter2" };
  expect(() => unwrapped({ chap: broken }, "the state")).toThrow(/^the state holds a secret that is not JSON$/);
});
