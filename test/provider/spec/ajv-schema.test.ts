import { Ajv } from "ajv";
import { resources } from "../../../provider/resources";
import { ajvSchema } from "../../../provider/spec/ajv-schema";

it.each(Object.values(resources))("what is declared of the arguments of an $noun is a schema", ({ properties }) => {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, validateSchema: true });
  expect(ajv.validateSchema(ajvSchema(properties), true)).toBe(true);
  expect(() => ajv.compile(ajvSchema(properties))).not.toThrow();
});
