import { boolean, integer, list, object, text } from "../../../provider/record/fields";
import { camelName, identifiersOf, inexpensiveOf, record, withWholeItems } from "../../../provider/record/record";
import type { WireOf, WriteOf } from "../../../provider/record/types";

const item = {
  fields: { start: text({ doc: "First.", always: true }), comment: text({ doc: "Note." }) },
} as const;

const spec = record({
  path: "/api/things",
  noun: "thing",
  doc: "A thing.",
  source: "no document",
  keys: ["owner.uuid", "size_in_bytes"],
  fields: {
    owner: object({
      doc: "Its owner.",
      always: true,
      write: { post: "required" },
      fields: {
        uuid: text({ doc: "UUID.", always: true, write: { post: "optional" } }),
        alias: text({ doc: "Alias." }),
      },
    }),
    size_in_bytes: integer({ doc: "Size.", always: true }),
    secret: text({ doc: "Password.", writeOnly: true, write: { post: "required", patch: "optional" } }),
    state: text({ doc: "State.", values: ["on", "off"] }),
    enabled: boolean({ doc: "Whether it works.", write: { post: "optional", patch: "required" } }),
    load: integer({ doc: "Load.", expensive: true }),
    items: list({ ...item, doc: "Items." }),
  },
});

const least = { owner: { uuid: "u" }, size_in_bytes: 1 };

/** Compiled, never called: the types that follow from the declaration. */
function typesFollow(wire: WireOf<typeof spec.fields>): void {
  const size: number = wire.size_in_bytes;
  const state: string | null | undefined = wire.state;
  const start: string | undefined = wire.items?.[0]?.start;
  // @ts-expect-error it is never answered
  wire.secret;
  const post: WriteOf<typeof spec.fields, "post"> = { owner: { uuid: "u" }, secret: "x" };
  const patch: WriteOf<typeof spec.fields, "patch"> = { enabled: true };
  // @ts-expect-error POST must hold the secret
  const bare: WriteOf<typeof spec.fields, "post"> = { owner: {} };
  // @ts-expect-error PATCH takes no owner
  const moved: WriteOf<typeof spec.fields, "patch"> = { enabled: true, owner: { uuid: "v" } };
  void [size, state, start, post, patch, bare, moved];
}

it("gives the types of answers and of requests", () => {
  expect(typesFollow).toBeInstanceOf(Function);
});

it.each<[string, unknown]>([
  ["no more than what is always there", least],
  ["null for what may be unset", { ...least, state: null, items: null }],
  ["fields that nobody declared", { ...least, _links: {}, owner: { uuid: "u", nickname: 5 } }],
  ["a value that ONTAP does not document", { ...least, state: "standby" }],
])("accepts %s", (_title, value) => {
  expect(spec.accepts(value)).toBe(true);
});

it.each<[string, unknown]>([
  ["null", null],
  ["a list", []],
  ["a record without its key", { owner: { uuid: "u" } }],
  ["null for a key", { ...least, size_in_bytes: null }],
  ["a text for a number", { ...least, load: "1" }],
  ["an object for a list", { ...least, items: {} }],
  ["null for an item", { ...least, items: [null] }],
  ["an item without what is always there", { ...least, items: [{ comment: "x" }] }],
])("refuses %s", (_title, value) => {
  expect(spec.accepts(value)).toBe(false);
});

it("names what is always answered and what the asterisk stands for", () => {
  expect(identifiersOf(spec)).toEqual(["owner.uuid", "size_in_bytes"]);
  expect(inexpensiveOf(spec)).toEqual(["owner", "size_in_bytes", "state", "enabled", "items"]);
  expect(camelName("owner.size_in_bytes")).toBe("owner.sizeInBytes");
});

it.each<[readonly string[], readonly string[]]>([
  [["items.comment"], ["items"]],
  [
    ["items.comment", "state", "items.start"],
    ["items", "state"],
  ],
  [["items", "items.comment"], ["items"]],
  [["owner.alias"], ["owner.alias"]],
  [
    ["*", "load"],
    ["*", "load"],
  ],
  [
    ["state", "state"],
    ["state", "state"],
  ],
])("for %j asks for %j", (wanted, asked) => {
  expect(withWholeItems(spec.fields, wanted)).toEqual(asked);
});
