/** What stands in a stack's state for our resources, in addition to their own properties. */
export { PROVIDER_KEY } from "../lifecycle/state";
export { providerText } from "./text";
