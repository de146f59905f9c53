import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type ConfigLookup, NAMESPACE, ownKeys } from "../../provider/connection";
import { asObject, textAt } from "../../provider/schema";
import { pulumi, StackError, type StackLocation } from "./pulumi";

const PREFIX = `${NAMESPACE}:`;

/** No configuration at all: the connection comes from the environment alone. */
export const noConfiguration: ConfigLookup = () => undefined;

/** Our own keys of a stack's configuration. */
export interface StackConfiguration {
  /** Values, secrets in plaintext, for the connection and nothing else. */
  readonly lookup: ConfigLookup;
  /** True for a key that the stack keeps as a secret; for a map, where any value in it is one. */
  isSecret(key: string): boolean;
}

/** Our own keys of a stack's configuration, and which of them are secret. Throws StackError. */
export async function readStackConfiguration(place: StackLocation): Promise<StackConfiguration> {
  const all = asObject(parsed(await pulumi(place, ["config", "--json", "--show-secrets"])));
  const own = new Map(Object.entries(all ?? {}).filter(([key]) => key.startsWith(PREFIX)));
  const entry = (key: string) => asObject(own.get(`${PREFIX}${key}`));
  const value = (key: string) => textAt(entry(key), "value");
  return {
    lookup: Object.assign(value, { keys: () => ownKeys([...own.keys()]) }),
    isSecret: (key) => entry(key)?.secret === true,
  };
}

/** True for a value inside a map, such as `ontap-iscsi:clusters.east.password`, that is a secret by itself. */
export async function isSecretAt(place: StackLocation, path: string): Promise<boolean> {
  return asObject(parsed(await pulumi(place, ["config", "get", "--json", "--path", path])))?.secret === true;
}

/** The values alone. Throws StackError. */
export async function stackConfiguration(place: StackLocation): Promise<ConfigLookup> {
  return (await readStackConfiguration(place)).lookup;
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
  if (place.stack === undefined && projectFolder(place.cwd) === undefined) {
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

/** Folder of the Pulumi project that a folder is in; undefined where it is in none. */
export function projectFolder(folder: string): string | undefined {
  const here = resolve(folder);
  const above = dirname(here);
  const found = ["Pulumi.yaml", "Pulumi.yml"].some((name) => existsSync(join(here, name)));
  return found ? here : above === here ? undefined : projectFolder(above);
}
