import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type ConfigLookup, NAMESPACE, ownKeys } from "../../provider/connection";
import { asObject, textAt } from "../../provider/schema";
import { pulumi, StackError, type StackLocation } from "./pulumi";

const PREFIX = `${NAMESPACE}:`;

/** No configuration at all: the connection comes from the environment alone. */
export const noConfiguration: ConfigLookup = () => undefined;

/**
 * Our own keys of a stack's configuration, secrets in plaintext, for the connection and nothing else. Throws StackError.
 */
export async function stackConfiguration(place: StackLocation): Promise<ConfigLookup> {
  const all = asObject(parsed(await pulumi(place, ["config", "--json", "--show-secrets"])));
  const own = new Map(Object.entries(all ?? {}).filter(([key]) => key.startsWith(PREFIX)));
  const lookup = (key: string) => textAt(asObject(own.get(`${PREFIX}${key}`)), "value");
  return Object.assign(lookup, { keys: () => ownKeys([...own.keys()]) });
}

/** The same, and {@link noConfiguration} where no stack is asked for and none is selected in that folder. */
export async function configurationIfAny(place: StackLocation): Promise<ConfigLookup> {
  if (place.stack === undefined && !isInProject(place.cwd)) {
    return noConfiguration;
  }
  try {
    return await stackConfiguration(place);
  } catch (error) {
    if (place.stack === undefined && error instanceof StackError && error.message.includes("no stack selected")) {
      return noConfiguration;
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
