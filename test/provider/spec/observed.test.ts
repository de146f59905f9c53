import { observedValues } from "../../../provider/spec/observed";
import { fieldsOf, string } from "../../../provider/spec/property";

const text = { doc: "A text.", expected: "a text" };
const properties = {
  name: string({ ...text, field: "name", replaces: true }),
  kind: string({ ...text, field: "kind", replaces: true }),
  comment: string({ ...text, field: "comment" }),
};

describe("a property that another value of replaces", () => {
  it("keeps its notation where it names the object", () => {
    const seen = observedValues(properties, { name: "A", kind: "x" }, { name: "a", kind: "x" }, "name");
    expect(seen).toEqual({ name: "a", kind: "x" });
  });

  it("is asked for and seen to differ where it does not", () => {
    expect(fieldsOf(properties, "name")).toEqual(["kind", "comment"]);
    const seen = observedValues(properties, { name: "a", kind: "y" }, { name: "a", kind: "x" }, "name");
    expect(seen).toEqual({ name: "a", kind: "y" });
  });
});
