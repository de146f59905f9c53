import { meaning } from "../../../provider/spec/description";
import { string } from "../../../provider/spec/property";
import { pulumiSchema } from "../../../provider/spec/pulumi-schema";
import { valueReader } from "../../../provider/spec/values";
import { argumentTypes } from "../../../tools/generate/argument-types";
import { resourceClass } from "../../../tools/generate/resource-class";

const size = string({ doc: "Size.", expected: "small or large", values: ["small", "large"], default: "small" });
const shop = {
  type: "Shop",
  doc: "A shop.",
  example: 'new Shop("s", {});',
  properties: { size },
  outputs: {},
};

describe("a string with a default", () => {
  it("is that where nothing else is recorded", () => {
    const read = valueReader("shop", shop.properties);
    expect([read({}), read({ size: "LARGE" })]).toEqual([{ size: "small" }, { size: "large" }]);
  });

  it("has it in the documentation, in the schema and in the class", () => {
    expect(meaning(size)).toBe('Size. Default "small".');
    const { resources } = JSON.parse(JSON.stringify(pulumiSchema([shop], "1.0.0")));
    expect(resources["ontap-iscsi:index:Shop"]).toMatchObject({
      inputProperties: {
        size: { oneOf: [{ type: "string" }, { $ref: "#/types/ontap-iscsi:index:Size" }], default: "small" },
      },
      required: ["size"],
      requiredInputs: [],
    });
    expect(resourceClass(shop)).toContain("size?: pulumi.Input<string | undefined>;");
    expect(resourceClass(shop)).toContain('declare readonly size: pulumi.Output<"small" | "large">;');
    expect(argumentTypes([shop])).not.toContain("size");
  });
});
