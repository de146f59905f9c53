import { parseClusters } from "./clusters";
import {
  CLUSTERS_KEY,
  configurationKey,
  connectionKeys,
  environmentName,
  NAMESPACE,
  optionsAndKey,
  type RawConnection,
} from "./keys";
import type { ConfigLookup, Environment } from "./resolve";
import { type ConnectionKey, isSecretValue } from "./settings";

/** What a command is to name: one cluster of the configuration, and how its keys are set. */
interface Place {
  readonly cluster: string | undefined;
  readonly raw: RawConnection;
  /** The key of the stack that holds its values. */
  readonly key: (name: ConnectionKey) => string;
}

/**
 * What is unsafe in a configuration that works, each with the command that fixes it: a server certificate that nobody
 * checks, a password, a token or a private key in plaintext. `isSecret` tells of a key of the stack whether its value is
 * encrypted; of a map of clusters it can only tell whether any of it is. Throws `configuration` for clusters that are malformed.
 */
export function connectionAdvice(
  config: ConfigLookup,
  env: Environment,
  isSecret: (key: string) => boolean,
): readonly string[] {
  return placesIn(config).flatMap((place) => [
    ...uncheckedCertificate(place, config, env),
    ...plaintext(place, isSecret),
  ]);
}

/** The same of server certificates alone. Throws `configuration` for clusters that are malformed. */
export function uncheckedCertificates(config: ConfigLookup, env: Environment): readonly string[] {
  return placesIn(config).flatMap((place) => uncheckedCertificate(place, config, env));
}

function placesIn(config: ConfigLookup): readonly Place[] {
  const raw: RawConnection = {};
  for (const name of connectionKeys) {
    const value = config(name);
    if (value !== undefined && value !== "") {
      raw[name] = value;
    }
  }
  const clusters = [...parseClusters(config(CLUSTERS_KEY))].map(
    ([cluster, values]): Place => ({ cluster, raw: values, key: () => `${NAMESPACE}:${CLUSTERS_KEY}` }),
  );
  return [{ cluster: undefined, raw, key: (name) => `${NAMESPACE}:${name}` }, ...clusters];
}

function uncheckedCertificate(
  { cluster, raw }: Place,
  { isExplicit = false }: ConfigLookup,
  env: Environment,
): readonly string[] {
  const variable = environmentName("insecure", cluster);
  const overriding = env[variable];
  const isFromVariable = overriding !== undefined && overriding !== "" && !(isExplicit && raw.insecure !== undefined);
  if ((isFromVariable ? overriding : raw.insecure)?.trim().toLowerCase() !== "true") {
    return [];
  }
  const words = isExplicit
    ? { key: "insecure", trust: "give the provider caCertificate", fix: "leave out insecure" }
    : {
        key: configurationKey("insecure", cluster),
        trust: `pulumi config set ${optionsAndKey("caCertificate", cluster)} <file>`,
        fix: `pulumi config rm ${optionsAndKey("insecure", cluster)}`,
      };
  const { key, trust, fix } = isFromVariable ? { ...words, key: variable, fix: `unset ${variable}` } : words;
  return [
    `${key} is true, so any server certificate is accepted, and whoever answers in the array's place is sent the login. Trust the authority that signed it instead: ${trust}, then ${fix}`,
  ];
}

function plaintext({ cluster, raw, key }: Place, isSecret: (key: string) => boolean): readonly string[] {
  const readable = connectionKeys.filter((name) => {
    const value = raw[name];
    return value !== undefined && isSecretValue(name, value) && !isSecret(key(name));
  });
  return readable.map(
    (name) =>
      `${configurationKey(name, cluster)} is in the stack's configuration in plaintext. Encrypt it: pulumi config set --secret ${optionsAndKey(name, cluster)}`,
  );
}
