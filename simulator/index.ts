/** A stateful simulator of an ONTAP cluster's iSCSI REST API, for tests. */
export { InputError } from "./input/reader";
export type { SimulatorOptions } from "./options";
export { type Simulator, startSimulator } from "./start";
