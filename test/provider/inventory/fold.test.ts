import { tableKinds } from "../../../provider/inventory";
import { HOST, OTHER_HOST, SVM1 } from "../../names";

const svm = { name: "svm1", uuid: SVM1 };
const META = { version: 1, owner: "someone" };
const computed = { svmName: "svm1", svmUuid: SVM1 };
const encrypted = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:x" };
const chap = { inbound: { user: "host1", password: encrypted } };

const single = (initiator: string, values: object, more: object = {}, meta: object = META) => {
  const inputs = { svm, initiator, ...values, ...more };
  return { inputs: { ...inputs, __provider: "text" }, outputs: { ...inputs, ...computed, __meta: meta } };
};
const singles = (more: object = {}) => [
  single("default", { authenticationType: "deny" }, {}, { ...META, adoptedFrom: "none" }),
  single(HOST, { authenticationType: "chap", chap }, more),
  single(OTHER_HOST, { authenticationType: "none" }, more),
];
const credentials = {
  default: { authenticationType: "deny" },
  [HOST]: { authenticationType: "chap", chap },
  [OTHER_HOST]: { authenticationType: "none" },
};

describe.each(tableKinds)("A table ($type)", (table) => {
  test("is made of single credentials, with what they were adopted from and their secrets as they are", () => {
    expect(table.fold(svm, singles())).toEqual({
      inputs: { svm, credentials },
      outputs: { svm, credentials, ...computed, __meta: { ...META, adoptedFrom: "none" } },
    });
  });

  test("keeps onRemove where all rows but default have the same", () => {
    expect(table.fold(svm, singles({ onRemove: "deny" })).inputs).toMatchObject({ onRemove: "deny" });
    const some = [...singles().slice(0, 2), ...singles({ onRemove: "deny" }).slice(2)];
    expect(table.fold(svm, some).inputs).not.toHaveProperty("onRemove");
  });

  test("becomes the same single credentials again", () => {
    for (const more of [{}, { onRemove: "deny" }]) {
      const rows = table.unfold(svm, table.fold(svm, singles(more)));
      const expected = singles(more).map(({ inputs: { __provider: _, ...inputs }, outputs }) => ({ inputs, outputs }));
      expect([...rows.values()]).toEqual(expected);
      expect([...rows.keys()]).toEqual(["default", HOST, OTHER_HOST]);
    }
  });

  test("leaves out what lets one change go ahead", () => {
    const folded = table.fold(svm, singles({ forceDisconnect: true, adopt: true }));
    expect(folded.inputs).toEqual({ svm, credentials });
    const forced = { inputs: { ...folded.inputs, forceDisconnect: [HOST] }, outputs: folded.outputs };
    expect(table.unfold(svm, forced).get(HOST)?.inputs).not.toHaveProperty("forceDisconnect");
  });

  test("hands over no row that a refresh found and that was never its own", () => {
    const { inputs, outputs } = table.fold(svm, singles());
    const unlisted = { [OTHER_HOST]: { authenticationType: "none" } };
    const rows = table.unfold(svm, { inputs, outputs: { ...outputs, __meta: { ...META, rows: { unlisted } } } });
    expect([...rows.keys()]).toEqual(["default", HOST]);
  });

  test("is unconfirmed where a row is", () => {
    const [first] = singles();
    expect(first && table.isUnconfirmed(first)).toBe(false);
    const { inputs, outputs } = table.fold(svm, singles());
    const unconfirmed = { ...outputs, __meta: { ...META, rows: { unconfirmed: [HOST] } } };
    expect(table.isUnconfirmed({ inputs, outputs: unconfirmed })).toBe(true);
  });
});
