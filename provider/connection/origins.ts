import { isPemText } from "../rest/pem";
import { configurationKey, connectionKeys, environmentName, optionsAndKey } from "./keys";
import { type ConfigLookup, connectionSources, type Environment } from "./resolve";
import { type ConnectionKey, isSecretValue } from "./settings";

/** Where one value of a connection comes from. */
export interface ValueOrigin {
  readonly key: ConnectionKey;
  readonly from: "configuration" | "environment";
  /** The configuration key (`ontap-iscsi:clusters.east.password`), the argument of an explicit provider, or the variable (`ONTAP_EAST_PASSWORD`). */
  readonly source: string;
  /** What of `pulumi config set` names the key: `--path ontap-iscsi:clusters.east.password`. */
  readonly optionsAndKey: string;
  /** The value to show; undefined for a secret. */
  readonly shown: string | undefined;
  /** What is used instead, as a clause; undefined where the value is used. */
  readonly unusedFor: string | undefined;
}

/**
 * Every value that is set for a cluster's connection, in the order of the keys; a variable that names a host and is not used is
 * `unusedHosts`' to tell. Throws `configuration`.
 */
export function connectionOrigins(config: ConfigLookup, env: Environment, cluster?: string): readonly ValueOrigin[] {
  const isArgument = config.isExplicit === true && cluster === undefined;
  const { configuration, environment, replaced } = connectionSources(config, env, cluster);
  return connectionKeys.flatMap((key) => {
    const variable = environmentName(key, cluster);
    const set = environment[key];
    const configured = configuration[key] ?? replaced[key];
    const names = { key, optionsAndKey: optionsAndKey(key, cluster) };
    const origins: ValueOrigin[] = [];
    if (configured !== undefined) {
      const unusedFor =
        environment[key] !== undefined
          ? `${variable} takes precedence`
          : replaced[key] !== undefined
            ? "the environment logs in otherwise"
            : undefined;
      const source = isArgument ? providerArgument(key) : configurationKey(key, cluster);
      origins.push({ ...names, from: "configuration", source, shown: shown(key, configured), unusedFor });
    }
    if (set !== undefined) {
      origins.push({ ...names, from: "environment", source: variable, shown: shown(key, set), unusedFor: undefined });
    }
    return origins;
  });
}

/** An argument of an explicit provider as messages name it. */
export function providerArgument(key: string): string {
  return `the provider's ${key}`;
}

function shown(key: ConnectionKey, value: string): string | undefined {
  if (isSecretValue(key, value)) {
    return undefined;
  }
  // A URL may have a login in it, where it does not belong.
  return key === "host" && value.includes("@") ? undefined : isPemText(value) ? "PEM text" : value.trim();
}
