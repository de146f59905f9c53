import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { KIND } from "../../engine/secrets";

/** The kind of an object that stands for a value with what it depends on. */
export const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
export { KIND, SECRET, secret } from "../../engine/secrets";

/** A value as the engine sends an output; without `value` one that is not known yet. */
export function output(more: Record<string, JavaScriptValue>): Record<string, JavaScriptValue> {
  return { [KIND]: OUTPUT, ...more };
}

/** Properties as they come over the wire. */
export function struct(properties: unknown): Struct {
  const plain: Record<string, JavaScriptValue> = JSON.parse(JSON.stringify(properties));
  return Struct.deserializeBinary(Struct.fromJavaScript(plain).serializeBinary());
}
