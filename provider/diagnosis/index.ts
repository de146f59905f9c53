/** What can be told of a connection to an array without changing anything: for `ontap-iscsi doctor`. */
export { type Greeting, greet, type ServerCertificate, type TlsGreeting } from "./greet";
export { type ObservedClient, observedClient } from "./observed-client";
