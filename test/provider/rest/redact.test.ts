import { publicCode, publicMessage } from "../../../provider/rest/redact";

const PASSWORD = 'pa"ss\\wörd&1 <x>';
const sent = { chap: { inbound: { user: "host1", password: PASSWORD } } };
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const html = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);
const bytes = Buffer.from(PASSWORD);

it.each([
  ["for JSON", json(PASSWORD)],
  ["for JSON in JSON", json(json(PASSWORD))],
  ["for JSON in ASCII", json(PASSWORD).replace("ö", "\\u00f6")],
  ["for a URL", encodeURIComponent(PASSWORD)],
  ["for a URL in lower case", encodeURIComponent(PASSWORD).toLowerCase()],
  ["for a form", encodeURIComponent(PASSWORD).replaceAll("%20", "+")],
  ["for a URL in Latin-1", "pa%22ss%5Cw%F6rd%261%20%3Cx%3E"],
  ["for a URL, every byte of it", [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")],
  ["for HTML", html(PASSWORD)],
  ["for HTML by numbers", PASSWORD.replace(/[^a-z]/g, (c) => `&#${c.codePointAt(0)};`)],
  ["for HTML by hexadecimal numbers", PASSWORD.replace(/[^a-z]/g, (c) => `&#x${c.codePointAt(0)?.toString(16)};`)],
  ["for JSON in HTML", html(json(PASSWORD))],
  ["with its accent as a sign of its own", PASSWORD.normalize("NFD")],
  ["in base64", bytes.toString("base64")],
  ["in base64 for URLs", bytes.toString("base64url")],
  ["in base64 behind a user", Buffer.from(`host1:${PASSWORD}`).toString("base64")],
  ["in base64 behind another user", Buffer.from(`admin2:${PASSWORD}`).toString("base64")],
  ["in base64 that was cut off", bytes.toString("base64").slice(0, 14)],
  ["in hexadecimal digits", bytes.toString("hex")],
  ["in hexadecimal capitals", bytes.toString("hex").toUpperCase()],
  ["as a list of bytes", `[${bytes.join(", ")}]`],
])("nothing is kept of a message that holds a password escaped %s", (_title, form) => {
  for (const message of [`bad value "${form}"`, `bad value ${form} at host1`, form]) {
    expect(publicMessage(message, sent, [])).toBe("(message withheld, since it may quote a password)");
    expect(publicMessage(message, {}, [PASSWORD])).toBe("(message withheld, since it may quote a password)");
  }
});

it("a message is shown without what could steer a terminal, which can take no password apart either", () => {
  expect(publicMessage("\u001b[31mred\u001b]0;title\u0007 \u202eright\u2028\u0000", {}, [])).toBe(
    "[31mred ]0;title right",
  );
  expect(publicMessage("bad value corr\u200bect\u0007-hor\u0000se", {}, ["correct-horse"])).toBe(
    "(message withheld, since it may quote a password)",
  );
  expect(publicMessage("correct-horse", {}, ["correct\u200b-horse"])).toContain("withheld");
});

describe("a password that was cut off", () => {
  const secret = "correct-horse-battery";
  it.each([
    ["by three dots", 'value "correct-ho..." too long'],
    ["by an ellipsis", "value corr… too long"],
    ["by the end of the message", "invalid value: correc"],
    ["before a quote", 'the value "correct" is invalid'],
    ["with nothing to mark it", "value correct-horse-ba is too long"],
    ["at its beginning", "value ...rse-battery is too long"],
    ["in the middle of both", "value horse-batt is too long"],
    ["in capitals", 'value "CORRECT-HO..." too long'],
  ])("keeps the message away: %s", (_title, message) => {
    expect(publicMessage(message, {}, [secret])).toBe("(message withheld, since it may quote a password)");
  });

  it("is not seen in a user or an initiator by whose name it begins, which is no secret", () => {
    const body = {
      initiator: "iqn.1998-01.com.corp:host1",
      chap: { inbound: { user: "host1", password: "host1-4711-x" } },
    };
    const message = 'No credential "iqn.1998-01.com.corp:host1" of the user "host1".';
    expect(publicMessage(message, body, [])).toBe(message);
    expect(publicMessage('value "host1-4..." too long', body, [])).toMatch(/withheld/);
  });

  it("is not seen in words that merely begin alike", () => {
    const message = 'The field "user" is not correctly formed, see the corridor.';
    expect(publicMessage(message, {}, [secret])).toBe(message);
  });
});

it("masks what is quoted as it was sent, and keeps the rest", () => {
  const text = `Neither "${PASSWORD}" nor "${PASSWORD.toUpperCase()}" is good for host1.`;
  expect(publicMessage(text, sent, [])).toBe('Neither "[secret]" nor "[secret]" is good for host1.');
});

it("takes no mask for a part of a password that is spelled like it", () => {
  expect(publicMessage("It is secret-1 here.", {}, ["secret-1"])).toBe("It is [secret] here.");
});

it("keeps a number as ONTAP's code whatever was sent, and no other text that holds a password", () => {
  expect(publicCode(5374145, { password: "5374" }, [])).toBe("5374145");
  expect(publicCode("5374145", {}, ["5374145"])).toBe("5374145");
  expect(publicCode("hunter2", {}, ["hunter2"])).toBe("[secret]");
});

it("reads a huge message full of escapes, of a huge password, in time that nobody notices", () => {
  const startedAt = performance.now();
  publicMessage("\\\\%41&amp;+".repeat(100_000), { password: "\\%&+ab".repeat(700) }, [
    "(".repeat(500),
    "a ".repeat(900),
  ]);
  expect(performance.now() - startedAt).toBeLessThan(3_000);
});
