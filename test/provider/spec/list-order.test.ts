import { inRecordedOrder } from "../../../provider/spec/list-order";
import { list, object, string } from "../../../provider/spec/property";

const text = { doc: "A text.", expected: "a text" };
const hosts = list({
  ...text,
  items: object({ ...text, typeName: "Host", properties: { name: string(text), note: string(text) } }),
});
const named = (...names: readonly string[]) => ({ hosts: names.map((name) => ({ name })) });

describe("a list of the recorded items in another order", () => {
  it("is the recorded list, whatever else the array shows of an item", () => {
    const shown = {
      hosts: [
        { name: "b", _links: {} },
        { name: "a", note: null },
      ],
    };
    expect(inRecordedOrder({ hosts }, shown, named("a", "b"))).toEqual(named("a", "b"));
  });

  it.each([
    ["another item", named("b", "c"), named("a", "b")],
    ["an item more", named("b", "a", "c"), named("a", "b")],
    ["an item twice", named("b", "b", "a"), named("b", "a", "a")],
    ["another note", { hosts: [{ name: "a", note: "x" }] }, named("a")],
    ["nothing recorded", named("b", "a"), undefined],
  ])("is itself with %s", (_what, values, recorded) => {
    expect(inRecordedOrder({ hosts }, values, recorded)).toEqual(values);
  });
});
