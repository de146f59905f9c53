import fc from "fast-check";
import { KIND, OUTPUT, SECRET } from "./wire";

/** In every secret that is generated: it must turn up nowhere that a user or a log could see it. */
export const CANARY = "canary-7f3a";

/** Messages as bytes, since a library would not make all of these. */
export type Bytes = Buffer;

const KINDS = [
  SECRET,
  OUTPUT,
  "c44067f5952c0a294b673a41bacd8c17",
  "0def7320c3a5731c473e5ecbe6d01bc7",
  "5cf8f73096256a8f31e491e813e4eb8e",
  "d0e6a833031e9bbcd3f4e8bde6ca49a5",
  "",
];

const NAMES = [
  "svm",
  "name",
  "uuid",
  "cluster",
  "adopt",
  "forceDisconnect",
  "enabled",
  "target",
  "alias",
  "initiator",
  "authenticationType",
  "chap",
  "inbound",
  "outbound",
  "user",
  "password",
  "initiatorAddress",
  "ranges",
  "masks",
  "start",
  "end",
  "address",
  "netmask",
  "onRemove",
  "svmName",
  "svmUuid",
  "targetName",
  "__meta",
  "__provider",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "value",
  "",
];

const TEXTS = [
  "svm1",
  "svm2",
  "svm9",
  "chap",
  "none",
  "deny",
  "delete",
  "default",
  "iqn.1998-01.com.corp.iscsi:name1",
  "eui.0123456789abcdef",
  "19d04b8e-94d7-11e8-8370-005056b48fd2",
  "25f617cf-94d7-11e8-8370-005056b48fd2",
  "25f617cf-94d7-11e8-8370-005056b48fd2/default",
  "10.0.0.1",
  "2001:db8::1",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "\u0000",
  "../../svms",
  "%2e%2e/%00",
];

/** A value of protobuf's `Value`, as bytes. */
const value: fc.Arbitrary<Bytes> = fc.letrec<{ value: Bytes; struct: Bytes }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 20, arbitrary: fc.constantFrom(...TEXTS).map(textValue) },
    { weight: 10, arbitrary: fc.string({ unit: "binary", maxLength: 20 }).map(textValue) },
    { weight: 10, arbitrary: fc.double().map(numberValue) },
    { weight: 5, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, 1e300).map(numberValue) },
    { weight: 10, arbitrary: fc.boolean().map(booleanValue) },
    { weight: 5, arbitrary: fc.constantFrom(field(1, 0, Buffer.from([0])), Buffer.alloc(0)) },
    { weight: 20, arbitrary: tie("struct").map((inner) => field(5, 2, inner)) },
    { weight: 20, arbitrary: fc.array(tie("value"), { maxLength: 4 }).map((items) => listValue(items)) },
    {
      weight: 20,
      arbitrary: fc.constantFrom(...KINDS).chain((kind) => tie("value").map((inner) => special(kind, inner))),
    },
    {
      weight: 20,
      arbitrary: fc.constantFrom(SECRET, SECRET, OUTPUT).map((kind) => special(kind, textValue(`0x${CANARY}`))),
    },
    { weight: 2, arbitrary: fc.constant(textValue("x".repeat(50_000))) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(30, 60, 100, 500), fc.boolean())
        .map(([depth, isList]) => nested(depth, isList)),
    },
  ),
  struct: fc
    .array(fc.tuple(fc.constantFrom(...NAMES), tie("value")), { maxLength: 8 })
    .map((fields) => Buffer.concat(fields.map(([name, inner]) => entry(name, inner)))),
})).value;

/** Properties that a program could have, with something hostile in the place of some of them. */
const likely: fc.Arbitrary<Bytes> = fc
  .record(
    {
      svm: fc.oneof(
        fc.constantFrom("svm1", "svm2").map((name) => objectValue({ name: textValue(name) })),
        value,
      ),
      initiator: fc.oneof(fc.constantFrom(...TEXTS.slice(7, 10)).map(textValue), value),
      authenticationType: fc.oneof(fc.constantFrom("none", "deny", "chap").map(textValue), value),
      chap: fc.oneof(
        fc.constant(
          objectValue({
            inbound: objectValue({
              user: textValue("host1"),
              password: special(SECRET, textValue(`${CANARY}-${CANARY}`)),
            }),
          }),
        ),
        value,
      ),
      target: fc.oneof(fc.constant(objectValue({ alias: textValue("one") })), value),
      enabled: value,
      adopt: fc.oneof(
        fc.boolean().map((truth) => field(4, 0, Buffer.from([truth ? 1 : 0]))),
        value,
      ),
      initiatorAddress: value,
      cluster: value,
    },
    { requiredKeys: ["svm"] },
  )
  .map((fields) =>
    Buffer.concat(Object.entries(fields).flatMap(([name, inner]) => (inner === undefined ? [] : [entry(name, inner)]))),
  );

/** Properties. */
export const properties: fc.Arbitrary<Bytes> = fc.oneof(
  { weight: 60, arbitrary: likely },
  {
    weight: 34,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom(...NAMES), value), { maxLength: 6 })
      .map((fields) => Buffer.concat(fields.map(([name, inner]) => entry(name, inner)))),
  },
  { weight: 5, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)) },
  {
    // The library of messages takes long for these, or gives up.
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(1_000, 2_000, 10_000), fc.boolean())
      .map(([depth, isList]) => entry("svm", nested(depth, isList))),
  },
);

export const urns: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc
      .constantFrom("IscsiService", "IscsiCredentials", "IscsiService", "IscsiCredentials", "Nothing", "")
      .map((type) => `urn:pulumi:dev::test::ontap-iscsi:index:${type}::one`),
  },
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constant("x".repeat(50_000)) },
);

export const ids: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...TEXTS, "19d04b8e-94d7-11e8-8370-005056b48fd2/iqn.1998-01.com.corp.iscsi:name1", "//", "/"),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constant("19d04b8e-94d7-11e8-8370-005056b48fd2/".repeat(2_000)),
);

/** A field of a message: varint (0), 64 bits (1), or bytes with their length (2). */
export function field(number: number, wire: 0 | 1 | 2, content: Bytes): Bytes {
  const tag = varint(number * 8 + wire);
  return wire === 2 ? Buffer.concat([tag, varint(content.length), content]) : Buffer.concat([tag, content]);
}

export function text(number: number, content: string): Bytes {
  return field(number, 2, Buffer.from(content));
}

function entry(name: string, inner: Bytes): Bytes {
  return field(1, 2, Buffer.concat([text(1, name), field(2, 2, inner)]));
}

function textValue(content: string): Bytes {
  return text(3, content);
}

function numberValue(number: number): Bytes {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(number);
  return field(2, 1, bytes);
}

function booleanValue(truth: boolean): Bytes {
  return field(4, 0, Buffer.from([truth ? 1 : 0]));
}

function listValue(items: readonly Bytes[]): Bytes {
  return field(6, 2, Buffer.concat(items.map((item) => field(1, 2, item))));
}

function objectValue(fields: Readonly<Record<string, Bytes>>): Bytes {
  return field(5, 2, Buffer.concat(Object.entries(fields).map(([name, inner]) => entry(name, inner))));
}

/** An object that stands for a value of a special kind: a secret, an asset, a reference to a resource, or none at all. */
function special(kind: string, inner: Bytes): Bytes {
  return objectValue({
    [KIND]: textValue(kind),
    value: inner,
    text: textValue("asset"),
    urn: textValue("urn:pulumi:dev::test::a:b:C::d"),
    secret: field(4, 0, Buffer.from([1])),
  });
}

/** So many lists, or objects, one in the other. Made once, since that takes long. */
function nested(depth: number, isList: boolean): Bytes {
  const name = `${depth} ${isList}`;
  let inner = made.get(name) ?? textValue("bottom");
  for (let level = made.has(name) ? depth : 0; level < depth; level += 1) {
    inner = isList ? listValue([inner]) : objectValue({ svm: inner });
  }
  made.set(name, inner);
  return inner;
}

const made = new Map<string, Bytes>();

function varint(number: number): Bytes {
  const bytes: number[] = [];
  let rest = number;
  for (; rest > 127; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) + 128);
  }
  return Buffer.from([...bytes, rest]);
}
