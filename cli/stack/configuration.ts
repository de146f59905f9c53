import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { ConfigLookup } from "../../provider/connection";
import { asObject, textAt } from "../../provider/schema";
import { pulumi, StackError, type StackLocation } from "./pulumi";

const NAMESPACE = "ontap-iscsi:";

/** No configuration at all: the connection comes from the environment alone. */
export const noConfiguration: ConfigLookup = () => undefined;

/**
 * Our own keys of a stack's configuration, secrets in plaintext, for the connection and nothing else. Throws StackError.
 */
export async function stackConfiguration(place: StackLocation): Promise<ConfigLookup> {
  const all = asObject(parsed(await pulumi(place, ["config", "--json", "--show-secrets"])));
  const own = new Map(Object.entries(all ?? {}).filter(([key]) => key.startsWith(NAMESPACE)));
  return (key) => textAt(asObject(own.get(`${NAMESPACE}${key}`)), "value");
}

/** The same, and {@link noConfiguration} where no stack is asked for and none is selected in that folder. */
export async function configurationIfAny(place: StackLocation): Promise<ConfigLookup> {
  return (await ifStack(place, stackConfiguration)) ?? noConfiguration;
}

/** What `read` gives of the stack; undefined where no stack is asked for and none is selected in that folder. */
export async function ifStack<Result>(
  place: StackLocation,
  read: (place: StackLocation) => Promise<Result>,
): Promise<Result | undefined> {
  if (place.stack === undefined && !isInProject(place.cwd)) {
    return undefined;
  }
  try {
    return await read(place);
  } catch (error) {
    if (place.stack === undefined && error instanceof StackError && error.message.includes("no stack selected")) {
      return undefined;
    }
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which contains secrets in plaintext.
    throw new StackError("pulumi config did not print JSON");
  }
}

function isInProject(folder: string): boolean {
  const here = resolve(folder);
  const above = dirname(here);
  const found = ["Pulumi.yaml", "Pulumi.yml"].some((name) => existsSync(join(here, name)));
  return found || (above !== here && isInProject(above));
}
