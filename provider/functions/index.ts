/** Functions of the provider plugin, without Pulumi: what can be read of an array, by name. */
export { functions, type PluginFunction } from "./functions";
