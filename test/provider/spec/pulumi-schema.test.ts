import Ajv2020 from "ajv/dist/2020";
import { resources } from "../../../provider/resources";
import { pulumiSchema } from "../../../provider/spec/pulumi-schema";
// Pulumi's own metaschema: codegen/schema/pulumi.json of the Go module github.com/pulumi/pulumi/pkg/v3 v3.256.0.
import metaschema from "./pulumi-metaschema.json";

const schema = pulumiSchema(Object.values(resources), "0.1.0");

describe("The package schema", () => {
  it("passes Pulumi's metaschema", () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const accepts = ajv.compile(metaschema);
    expect([accepts(schema), accepts.errors]).toEqual([true, null]);
  });

  it("has a type for every reference", () => {
    const references = [...JSON.stringify(schema).matchAll(/"#\/types\/([^"]+)"/g)].map(([, name = ""]) => name);
    expect(references.length).toBeGreaterThan(5);
    expect(Object.keys(Object(schema.types))).toEqual(expect.arrayContaining(references));
  });

  it("only documents what replaces, since a change of notation does not", () => {
    const text = JSON.stringify(schema);
    expect(text).toContain('"willReplaceOnChanges":true');
    expect(text).not.toContain('"replaceOnChanges"');
  });

  it("calls the passwords secret, and what holds them where a program reads it", () => {
    const credentials = Object(schema.resources)["ontap-iscsi:index:IscsiCredentials"];
    expect(credentials.inputProperties.chap.secret).toBeUndefined();
    expect(credentials.properties.chap.secret).toBe(true);
    const user = Object(schema.types)["ontap-iscsi:index:ChapUser"];
    expect([user.properties.password.secret, user.properties.user.secret, user.required]).toEqual([
      true,
      undefined,
      ["user"],
    ]);
  });

  it("names the words that a property takes, and takes every other notation of them", () => {
    const credentials = Object(schema.resources)["ontap-iscsi:index:IscsiCredentials"];
    const $ref = "#/types/ontap-iscsi:index:AuthenticationType";
    expect(credentials.inputProperties.authenticationType.oneOf).toEqual([
      { type: "string" },
      { type: "string", $ref },
    ]);
    expect(Object(schema.types)["ontap-iscsi:index:AuthenticationType"].enum).toEqual([
      { name: "Chap", value: "chap" },
      { name: "None", value: "none" },
      { name: "Deny", value: "deny" },
    ]);
  });

  it("demands what has no default, and lets the dynamic type be an alias", () => {
    const service = Object(schema.resources)["ontap-iscsi:index:IscsiService"];
    expect(service).toMatchObject({
      requiredInputs: ["svm"],
      required: ["svm", "enabled", "svmName", "svmUuid", "targetName"],
      aliases: [{ type: "pulumi-nodejs:dynamic/ontap-iscsi:IscsiService" }],
    });
  });
});
