import { functions } from "../../../provider/functions";
import { queryOperators } from "../../../provider/functions/query-operators";
import { recordReads } from "../../../provider/reads/records";
import { type Fields, isLeaf } from "../../../provider/record/fields";
import { functionSchema } from "../../../provider/spec/function-schema";

const schema = functionSchema();
const token = (name: string) => `ontap-iscsi:index:${name}`;
const inputs = (name: string) => Object(schema.functions[token(name)]).inputs;
const outputs = (name: string) => Object(schema.functions[token(name)]).outputs;
const type = (name: string) => Object(schema.types[token(name)]);

describe("the functions in the package schema", () => {
  it("are those that can be called", () => {
    expect(Object.keys(schema.functions).sort()).toEqual([...functions.keys()].map(token).sort());
  });

  it("demand the keys of the one object, and the SVM of a history, and nothing else", () => {
    const demanded = Object.keys(schema.functions).map((name) => [
      name.replace(token(""), ""),
      Object(schema.functions[name]).inputs.required ?? [],
    ]);
    expect(Object.fromEntries(demanded)).toEqual({
      getIscsiSession: ["svm", "targetPortalGroup", "tsih"],
      getIscsiSessions: [],
      countIscsiSessions: [],
      getIscsiServiceMetrics: ["svm"],
      getIscsiService: ["svm"],
      getIscsiServices: [],
      countIscsiServices: [],
      getIscsiCredential: ["svm", "initiator"],
      getIscsiCredentials: [],
      countIscsiCredentials: [],
    });
  });

  it("have every filter as a value or a query, and options where they mean something", () => {
    const { properties } = inputs("getIscsiSessions");
    expect(properties.tsih.oneOf).toEqual([
      { type: "integer" },
      { type: "object", $ref: "#/types/ontap-iscsi:index:IntegerQuery" },
    ]);
    expect(properties.svm.$ref).toBe("#/types/ontap-iscsi:index:IscsiSessionSvmFilter");
    expect(properties.connections.$ref).toBe("#/types/ontap-iscsi:index:IscsiConnectionFilter");
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(["fields", "orderBy", "maxRecords", "cluster"]));
    expect(Object.keys(inputs("countIscsiSessions").properties)).not.toEqual(expect.arrayContaining(["fields"]));
    expect(inputs("getIscsiService").properties.svm.$ref).toBe("#/types/ontap-iscsi:index:Svm");
  });

  it("promise what is there whatever fields are asked for, and no more", () => {
    expect(outputs("getIscsiSession").required).toEqual(["svm", "targetPortalGroup", "tsih"]);
    expect(outputs("getIscsiSessions").required).toEqual(["sessions", "count"]);
    expect(outputs("countIscsiSessions").required).toEqual(["count"]);
    expect(type("IscsiServiceMetricRecord").required).toEqual(["timestamp"]);
    expect(type("IscsiSessionSvm").required).toEqual(["name", "uuid"]);
    // ONTAP always has them, but they are left out where the fields name others of the list's items.
    expect(type("IscsiCredentialInitiatorAddressRange").required).toBeUndefined();
  });

  it("have neither passwords nor enumerations, since a release may add a word", () => {
    const text = JSON.stringify(schema);
    expect(text).not.toContain('"password"');
    expect(text).not.toContain('"enum"');
    expect(type("IscsiConnectionRecord").properties.authenticationType).toEqual({
      type: "string",
      description: "How the initiator was authenticated when the connection was made. One of `chap`, `none`.",
    });
  });

  it("have a type of queries for each kind of value, with each operator in one of them", () => {
    expect(Object.keys(type("StringQuery").properties)).toEqual(Object.keys(queryOperators));
    expect(Object.keys(type("IntegerQuery").properties)).not.toContain("like");
    expect(Object.keys(type("BooleanQuery").properties)).toEqual(["not", "unset", "set", "raw"]);
    expect(type("IntegerQuery").properties.anyOf.items.oneOf[1].$ref).toBe("#/types/ontap-iscsi:index:IntegerQuery");
  });

  it("describe everything", () => {
    const properties = [...Object.values(schema.types), ...Object.values(schema.functions)].flatMap((one) =>
      [one, Object(one).inputs, Object(one).outputs].flatMap((object) =>
        Object.values(Object(object).properties ?? {}),
      ),
    );
    expect(properties.length).toBeGreaterThan(200);
    expect(properties.filter((property) => !/\S/.test(Object(property).description ?? ""))).toEqual([]);
  });
});

it("the declaration of a number tells its unit in its description, too, where users read it", () => {
  const lacking = Object.values(recordReads).flatMap(({ record }) => unitsNotTold(record.fields));
  expect(lacking).toEqual([]);
});

function unitsNotTold(fields: Fields): readonly string[] {
  return Object.values(fields).flatMap((field) => [
    ...(field.unit === undefined || field.doc.toLowerCase().includes(field.unit) ? [] : [field.doc]),
    ...(isLeaf(field) ? [] : unitsNotTold(field.fields)),
  ]);
}
