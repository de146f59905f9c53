import { canonicalInitiator, initiatorFault, sameInitiator } from "../../../provider/schema/initiator";

test.each([
  "default",
  "iqn.1995-08.com.example:string",
  "iqn.1995-08.com.example",
  "iqn.1998-01.com.corp.iscsi:name1:with.more-parts",
  "iqn.2001-12.com.example:",
  "eui.0123456789abcdef",
  "eui.0123456789ABCDEF",
])("%s is an initiator's name", (name) => {
  expect(initiatorFault(name)).toBeUndefined();
});

// Each with the code that the credentials document gives for it.
test.each([
  ["iqn", "5373969"],
  ["iqn.", "5373969"],
  ["iqn.1995-08", "5373969"],
  ["iqn.1995-08.", "5373969"],
  ["iqn.1995-08.:string", "5373969"],
  ["iqn1995-08.com.example:string", "5373970"],
  ["iqn:string", "5373970"],
  ["IQN", "5373970"],
  ["iqm.1995-08.com.example:string", "5373970"],
  ["IQN.1995-08.com.example:string", "5373970"],
  ["iqn.95-08.com.example:string", "5373971"],
  ["iqn.1995-00.com.example:string", "5373971"],
  ["iqn.1995-13.com.example:string", "5373971"],
  ["iqn.1995-8.com.example:string", "5373971"],
  ["iqn.com.example:string", "5373971"],
  ["iqn.1995-08.com.example:under_score", "5373972"],
  ["iqn.1995-08.com.Example:string", "5373972"],
  ["iqn.1995-08.com.example:a b", "5373972"],
  ["iqn.1995-08.com.example:é", "5373972"],
  ["iqn.1995-08.com.example:string\n", "5373972"],
  ["eui.0123456789abcde", "5373977"],
  ["eui.0123456789abcdef0", "5373977"],
  ["eui.0123456789abcdeg", "5373977"],
  ["eui.", "5373977"],
  ["eui", "5373978"],
  ["eui0123456789abcdef", "5373978"],
  ["EUI.0123456789abcdef", "5373978"],
  ["naa.52004567ba64678d", "5373997"],
  ["host1", "5373997"],
  ["Default", "5373997"],
  ["", "5373997"],
  [" iqn.1995-08.com.example:string", "5373970"],
])("%j is refused with %s, and the message says what is allowed", (name, code) => {
  const fault = initiatorFault(name);
  expect(fault?.ontapCode).toBe(code);
  expect(fault?.reason).toMatch(/iqn\.1995-08\.com\.example:string|eui\.0123456789abcdef|hexadecimal digits|a-z/);
});

test.each([
  ["eui.0123456789ABCDEF", "eui.0123456789abcdef", true],
  ["EUI.0123456789abcdef", "eui.0123456789abcdef", true],
  ["eui.0123456789abcdef", "eui.0123456789abcde0", false],
  ["iqn.1991-05.com.microsoft:HOST_A", "iqn.1991-05.com.microsoft:host_a", false],
  ["naa.52004567BA64678D", "naa.52004567ba64678d", false],
  ["default", "default", true],
])("%s and %s are names of one initiator: %s", (a, b, same) => {
  expect([sameInitiator(a, b), sameInitiator(b, a), canonicalInitiator(a) === canonicalInitiator(b)]).toEqual([
    same,
    same,
    same,
  ]);
});
