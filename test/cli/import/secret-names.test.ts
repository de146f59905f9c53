import fc from "fast-check";
import { type PasswordPlace, secretNames } from "../../../cli/import/secret-names";

function place(svm: string, name: string, label = "inbound"): PasswordPlace {
  return { svm, name, label };
}

const names = (...places: readonly PasswordPlace[]) => [...places].map((one) => secretNames(places).get(one));

it("names a secret by the last part of the initiator's name", () => {
  const host = "iqn.1998-01.com.example:host1";
  expect(names(place("svm1", host), place("svm1", host, "outbound"), place("svm2", host))).toEqual([
    "svm1-host1",
    "svm1-host1-outbound",
    "svm2-host1",
  ]);
});

it("names by the whole where the last part is not enough", () => {
  expect(names(place("s", "iqn.2001-01.com.a:host1"), place("s", "iqn.2001-01.com.b:host1"))).toEqual([
    "s-iqn.2001-01.com.a-host1",
    "s-iqn.2001-01.com.b-host1",
  ]);
});

it("gives every password a name of its own that may stand in a configuration", () => {
  const part = fc.string({ unit: fc.constantFrom("a", "b", ":", ".", "-", "_"), minLength: 1, maxLength: 5 });
  const places = fc.uniqueArray(fc.record({ svm: part, name: part, label: fc.constantFrom("inbound", "outbound") }), {
    selector: ({ svm, name, label }) => `${svm}/${name}/${label}`,
  });
  fc.assert(
    fc.property(places, (some) => {
      const given = [...secretNames(some).values()];
      expect(new Set(given).size).toBe(some.length);
      for (const name of given) {
        expect(name).toMatch(/^[A-Za-z0-9._-]+$/);
      }
    }),
  );
});
