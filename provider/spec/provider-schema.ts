import { CLUSTERS_KEY, environmentName } from "../connection/keys";
import { type Setting, settings } from "../connection/settings";
import { type Json, token, typeReference } from "./tokens";

/** Name of the type of a cluster among several. */
const CLUSTER = "Cluster";

/**
 * The settings of a cluster as the schema has them. None is required and none has a default there: the environment is
 * read where the provider runs, and what the schema filled in would be recorded and hide it.
 */
export function settingSpecs(): Readonly<Record<string, Json>> {
  return Object.fromEntries(settings.map((setting) => [setting.key, settingSpec(setting)]));
}

/** The configuration of the default provider: one cluster, and others by name. */
export function configurationVariables(): Readonly<Record<string, Json>> {
  return {
    ...settingSpecs(),
    [CLUSTERS_KEY]: {
      type: "object",
      additionalProperties: typeReference(CLUSTER),
      description: "Clusters by name, each with the same keys. The argument `cluster` chooses one.",
    },
  };
}

/** The types inside the configuration. */
export function settingTypes(): Readonly<Record<string, Json>> {
  return { [token(CLUSTER)]: { type: "object", description: "A cluster among several.", properties: settingSpecs() } };
}

function settingSpec(setting: Setting): Json {
  return {
    type: setting.type,
    description: settingDescription(setting),
    ...(setting.secret === true ? { secret: true } : {}),
  };
}

/** What a user reads of a setting: whole sentences. */
function settingDescription({ key, doc, default: usual, whenOmitted, isRequired, variable }: Setting): string {
  const withoutValue = usual === undefined ? whenOmitted : `\`${usual}\``;
  return [
    `${doc.charAt(0).toUpperCase()}${doc.slice(1)}.`,
    ...(isRequired === true ? ["Required, here or in the environment."] : []),
    ...(withoutValue === undefined ? [] : [`Default: ${withoutValue}.`]),
    `Environment: \`${environmentName(key)}\`, ${variable ?? "which takes precedence"}.`,
  ].join(" ");
}
