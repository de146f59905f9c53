import { text } from "../../provider/record/fields";
import { record } from "../../provider/record/record";
import { dataFunctions } from "../../tools/generate/data-functions";

const shop = record({
  path: "/api/shops",
  noun: "shop",
  doc: "A shop.",
  source: "nowhere",
  keys: ["uuid"],
  fields: { uuid: text({ doc: "UUID.", always: true }), name: text({ doc: "Name." }) },
  functions: {
    type: "Shop",
    client: "shops",
    one: "shop",
    examples: { fields: "name", get: [], list: "await getShops();" },
  },
});

it("a record that has keys of its own takes them alone, without an SVM", () => {
  const module = dataFunctions(shop, []);
  expect(module).toMatch(/interface ShopKeys extends ClusterArgs \{\n.*\nreadonly uuid: string;\n\}/);
  expect(module).toContain("recordReads.shop");
  expect(module).not.toContain("readonly svm: SvmReference");
});
