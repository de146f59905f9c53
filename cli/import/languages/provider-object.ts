import { secretKeys } from "../../../provider/connection";
import { quoted } from "./expression";

/** What a program calls its provider object. */
export const PROVIDER_NAME = "provider";

/**
 * The provider object of a TypeScript program: it takes these keys of a connection from the stack's configuration, where
 * one that is not set is left to the environment.
 */
export function providerText(connection: object, name = "ontap"): string {
  const keys = Object.entries(connection).map(
    ([key, value]) => `  ${key}: connection.${getter(key, value)}("${key}"),\n`,
  );
  return `
const connection = new pulumi.Config("ontap-iscsi");
const ${PROVIDER_NAME} = new Provider(${quoted(name)}, {
${keys.join("")}});
`;
}

function getter(key: string, value: unknown): string {
  return secretKeys.some((secret) => secret === key)
    ? "getSecret"
    : typeof value === "boolean"
      ? "getBoolean"
      : typeof value === "number"
        ? "getNumber"
        : "get";
}
