/** From configuration and environment to a client: the same rules for resources, data functions and commands. */

export { connectionAdvice, uncheckedCertificates } from "./advice";
export { CLUSTER_NAME } from "./clusters";
export { type Connections, connectionsFrom } from "./connections";
export { CLUSTERS_KEY, NAMESPACE, ownKeys } from "./keys";
export { connectionOrigins, providerArgument, type ValueOrigin } from "./origins";
export { configurationProblems } from "./problems";
export { isExplicitProvider, providerArguments } from "./provider-arguments";
export { type ConfigLookup, configuredClusters, type Environment, resolveConnection } from "./resolve";
export { isPath, isSecretValue, secretKeys, takesPem } from "./settings";
export { unusedHosts } from "./unused-host";
