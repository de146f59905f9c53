import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

/** Properties as a provider sees them. */
export type Bag = Record<string, unknown>;

/** @throws on what the engine could not send either, such as a Date. */
export function toStruct(bag: Bag): Struct {
  // Through JSON, so that an undefined value is left out as the engine leaves it out.
  const plain: Record<string, JavaScriptValue> = JSON.parse(JSON.stringify(bag));
  return Struct.fromJavaScript(plain);
}

export function fromStruct(struct: Struct | undefined): Bag {
  return struct?.toJavaScript() ?? {};
}
