import { CLUSTERS_KEY, environmentName } from "../connection/keys";
import { type Setting, settings } from "../connection/settings";
import { type Json, token, typeReference } from "./tokens";

/** Name of the type of a cluster among several. */
const CLUSTER = "Cluster";

/**
 * The arguments of a provider object. None is required and none has a default there: the environment is read where the
 * provider runs, and what the schema filled in would be recorded and hide it.
 */
export function providerInputs(): Readonly<Record<string, Json>> {
  return specs(argumentDescription);
}

/** The configuration of the default provider: one cluster, and others by name. */
export function configurationVariables(): Readonly<Record<string, Json>> {
  return {
    ...specs(keyDescription),
    [CLUSTERS_KEY]: {
      type: "object",
      additionalProperties: typeReference(CLUSTER),
      description: "Clusters by name, each with the same keys. The argument `cluster` chooses one.",
    },
  };
}

/** The types inside the configuration. */
export function settingTypes(): Readonly<Record<string, Json>> {
  return {
    [token(CLUSTER)]: { type: "object", description: "A cluster among several.", properties: specs(keyDescription) },
  };
}

function specs(description: (setting: Setting) => string): Readonly<Record<string, Json>> {
  const specOf = (setting: Setting): Json => ({
    type: setting.type,
    description: description(setting),
    ...(setting.secret === true ? { secret: true } : {}),
  });
  return Object.fromEntries(settings.map((setting) => [setting.key, specOf(setting)]));
}

/** What a user reads of a provider's argument: whole sentences. What it names, the environment does not override. */
export function argumentDescription(setting: Setting): string {
  const { key, isRequired } = setting;
  const [variable, absent] = [`\`${environmentName(key)}\``, withoutValue(setting)];
  const source = isRequired
    ? `Required, here or as ${variable}.`
    : `If omitted: ${variable}${absent === undefined ? "" : `, else ${absent}`}.`;
  return `${sentence(setting)} ${source}`;
}

/** What a user reads of a key of the stack's configuration, which the environment overrides. */
function keyDescription(setting: Setting): string {
  const { key, isRequired, variable } = setting;
  const absent = withoutValue(setting);
  return [
    sentence(setting),
    ...(isRequired === true ? ["Required, here or in the environment."] : []),
    ...(absent === undefined ? [] : [`Default: ${absent}.`]),
    `Environment: \`${environmentName(key)}\`, ${variable ?? "which takes precedence"}.`,
  ].join(" ");
}

function withoutValue({ default: usual, whenOmitted }: Setting): string | undefined {
  return usual === undefined ? whenOmitted : `\`${usual}\``;
}

function sentence({ doc }: Setting): string {
  return `${doc.charAt(0).toUpperCase()}${doc.slice(1)}.`;
}
