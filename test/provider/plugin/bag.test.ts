import { ListValue, Struct, Value } from "google-protobuf/google/protobuf/struct_pb";
import { packed, received } from "../../../provider/plugin/bag";
import { UNKNOWN } from "../../../provider/schema/unknown";
import { output, secret, struct } from "./wire";

describe("Properties that come in", () => {
  test("are as they are where nothing in them is special", () => {
    const properties = { a: 1, b: "two", c: [true, null, { d: 0.5 }], e: {}, f: [] };
    expect(received(struct(properties))).toEqual({ values: properties, secrets: [] });
    expect(received(undefined)).toEqual({ values: {}, secrets: [] });
  });

  test("have their secrets in clear, and the places of these beside them", () => {
    const chap = { inbound: { user: "host1", password: secret("x") }, outbound: secret({ password: secret("y") }) };
    expect(received(struct({ chap, svm: { name: "svm1" } }))).toEqual({
      values: {
        chap: { inbound: { user: "host1", password: "x" }, outbound: { password: "y" } },
        svm: { name: "svm1" },
      },
      secrets: [
        ["chap", "inbound", "password"],
        ["chap", "outbound"],
      ],
    });
  });

  test("have a list as a secret where anything inside is one", () => {
    expect(received(struct({ lists: { ranges: [[1], [{ start: secret("10.0.0.1") }]] } }))).toEqual({
      values: { lists: { ranges: [[1], [{ start: "10.0.0.1" }]] } },
      secrets: [["lists", "ranges"]],
    });
  });

  test("have outputs as their values, or as unknown, and secret where they say so", () => {
    const properties = {
      known: output({ value: { a: secret(1) } }),
      hidden: output({ value: "x", secret: true }),
      later: output({}),
      laterSecret: secret(UNKNOWN),
    };
    expect(received(struct(properties))).toEqual({
      values: { known: { a: 1 }, hidden: "x", later: UNKNOWN, laterSecret: UNKNOWN },
      secrets: [["hidden"], ["known", "a"], ["laterSecret"]],
    });
  });

  test("leave out a key that would change what all objects have, as the library of messages does", () => {
    const message = new Struct();
    message.getFieldsMap().set("__proto__", Value.fromJavaScript({ polluted: true }));
    message.getFieldsMap().set("constructor", Value.fromJavaScript({ prototype: { polluted: true } }));
    const { values } = received(Struct.deserializeBinary(message.serializeBinary()));
    expect(Object.keys(values)).toEqual(["constructor"]);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
    expect("polluted" in {}).toBe(false);
  });

  test("may hold a value of no kind, which is null", () => {
    const message = new Struct();
    message.getFieldsMap().set("empty", new Value());
    expect(received(message).values).toEqual({ empty: null });
  });

  test.each([
    ["objects", (inner: Value) => structValue({ a: inner })],
    ["lists", (inner: Value) => new Value().setListValue(new ListValue().setValuesList([inner]))],
    ["secrets", (inner: Value) => structValue({ ...kindOf(secret(null)), value: inner })],
  ])("are refused where %s are nested too deep", (_what, wrap) => {
    let value = Value.fromJavaScript("bottom");
    for (let depth = 0; depth < 1_000; depth += 1) {
      value = wrap(value);
    }
    const message = new Struct();
    message.getFieldsMap().set("deep", value);
    expect(() => received(message)).toThrow("they are nested more than 64 levels deep");
  });
});

describe("Properties that go out", () => {
  const out = (values: Record<string, unknown>, secrets: ReadonlyArray<readonly string[]>) =>
    packed(values, secrets).toJavaScript();

  test("have as secrets what stands at the given places, and nothing else", () => {
    const chap = { inbound: { user: "host1", password: "x" } };
    const places = [["chap", "inbound", "password"], ["chap", "outbound", "password"], ["missing"]];
    expect(out({ chap, list: [1, undefined], gone: undefined, none: null }, places)).toEqual({
      chap: { inbound: { user: "host1", password: secret("x") } },
      list: [1, null],
      none: null,
    });
  });

  test("have the outermost of nested places as the secret", () => {
    expect(out({ chap: { inbound: { password: "x" } } }, [["chap"], ["chap", "inbound", "password"]])).toEqual({
      chap: secret({ inbound: { password: "x" } }),
    });
  });

  test("have as a secret the whole of what is no object where a place leads inside", () => {
    expect(
      out({ chap: UNKNOWN, list: ["x"] }, [
        ["chap", "inbound", "password"],
        ["list", "0"],
      ]),
    ).toEqual({
      chap: secret(UNKNOWN),
      list: secret(["x"]),
    });
  });
});

function structValue(fields: Readonly<Record<string, Value>>): Value {
  const inner = new Struct();
  for (const [name, value] of Object.entries(fields)) {
    inner.getFieldsMap().set(name, value);
  }
  return new Value().setStructValue(inner);
}

/** The marks of a special value, without the value. */
function kindOf({ value: _value, ...marks }: Record<string, unknown>): Record<string, Value> {
  return Object.fromEntries(Object.entries(marks).map(([name, mark]) => [name, Value.fromJavaScript(String(mark))]));
}
