import { kinds } from "../../../provider/inventory";
import { foundObject } from "../../../provider/inventory/found-object";
import { resources } from "../../../provider/resources";
import { SVM1 } from "../../names";

const INITIATOR = "iqn.1998-01.com.example:host1";
const svm = { name: "svm1", uuid: SVM1 };

it("works out the arguments of a row once, and only where something of them is asked for", () => {
  let observed = 0;
  const definition: typeof resources.IscsiCredentials = {
    ...resources.IscsiCredentials,
    observed(wire, recorded) {
      observed += 1;
      return resources.IscsiCredentials.observed(wire, recorded);
    },
  };
  const wire = { svm, initiator: INITIATOR, authentication_type: "none" };
  const found = foundObject(definition, `${SVM1}/${INITIATOR}`, wire);
  expect([found.id, found.name, found.svm, observed]).toEqual([`${SVM1}/${INITIATOR}`, INITIATOR, svm, 0]);
  expect([found.isBuiltIn, found.isPristine, found.access.isOpen]).toEqual([false, false, true]);
  expect(found.inputs).toMatchObject({ initiator: INITIATOR, authenticationType: "none" });
  expect(found.outputs).toMatchObject({ svmName: "svm1", __meta: { owner: "imported" } });
  expect(observed).toBe(1);
});

it.each<[string, object, readonly string[]]>([
  ["a pair", { inbound: { user: "u", password: "p" } }, ["chap.inbound.password"]],
  [
    "both pairs",
    { inbound: { user: "u", password: "p" }, outbound: { user: "v", password: "q" } },
    ["chap.inbound.password", "chap.outbound.password"],
  ],
  ["a pair without its password", { inbound: { user: "u" } }, []],
])("tells which recorded passwords nobody can compare: of %s", (_which, chap, expected) => {
  const credentials = kinds.find(({ type }) => type === "IscsiCredentials");
  const outputs = { svm, initiator: INITIATOR, authenticationType: "chap", chap };
  expect(credentials?.unreadableProperties(outputs)).toEqual(expected);
});
