/** What can be told of a connection to an array without changing anything: for `ontap-iscsi doctor`. */
export type { SeenCertificate } from "../rest/seen-certificate";
export { type Greeting, greet, type TlsGreeting } from "./greet";
export { type ObservedClient, observedClient } from "./observed-client";
