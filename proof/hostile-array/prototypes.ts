const SHARED = {
  Object: Object.prototype,
  Array: Array.prototype,
  Function: Function.prototype,
  String: String.prototype,
};

/** Names of what every object inherits, to be compared later. */
export function inheritedNames(): string {
  return Object.entries(SHARED)
    .map(([name, prototype]) => `${name}: ${Reflect.ownKeys(prototype).map(String).join(" ")}`)
    .join("\n");
}
