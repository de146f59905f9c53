import { SVM1 } from "../names";

/** Arguments of a service and of a host's credential that change from the step before. */
export interface Step {
  readonly title: string;
  /** Arguments that this step sets; undefined takes one away. */
  readonly service?: Readonly<Record<string, unknown>>;
  readonly host?: Readonly<Record<string, unknown>>;
  /** Properties that the preview names; none where nothing is planned. */
  readonly shows: { readonly service?: readonly string[]; readonly host?: readonly string[] };
  /** Requests of the whole `up`, in the order of their names. */
  readonly calls: readonly string[];
}

const inbound = { user: "host1", password: "inbound-password" };
const outbound = { user: "array1", password: "outbound-password" };

/** Every property set, changed and cleared, beginning with a service and a credential of type `none` on `svm1`. */
export const propertySteps: readonly Step[] = [
  {
    title: "an alias is set; CHAP is asked for",
    service: { target: { alias: "one" } },
    host: { authenticationType: "CHAP", chap: { inbound } },
    shows: { service: ["target"], host: ["authenticationType", "chap"] },
    calls: ["GET sessions", "PATCH credentials", "PATCH services"],
  },
  {
    title: "the alias changes; the inbound user changes",
    service: { target: { alias: "two" } },
    host: { chap: { inbound: { ...inbound, user: "host2" } } },
    shows: { service: ["target.alias"], host: ["chap.inbound.user"] },
    calls: ["PATCH credentials", "PATCH services"],
  },
  {
    title: "the alias is cleared; the inbound password changes",
    service: { target: { alias: "" } },
    host: { chap: { inbound: { user: "host2", password: "another-inbound-password" } } },
    shows: { service: ["target.alias"], host: ["chap.inbound.password"] },
    calls: ["PATCH credentials", "PATCH services"],
  },
  {
    title: "the alias is no longer managed; an outbound pair is set",
    service: { target: undefined },
    host: { chap: { inbound, outbound } },
    shows: { service: ["target"], host: ["chap.inbound.password", "chap.inbound.user", "chap.outbound"] },
    calls: ["PATCH credentials", "PATCH services"],
  },
  {
    title: "the service is disabled; the outbound user changes",
    service: { enabled: false },
    host: { chap: { inbound, outbound: { ...outbound, user: "array2" } } },
    shows: { service: ["enabled"], host: ["chap.outbound.user"] },
    calls: ["GET sessions", "PATCH credentials", "PATCH services"],
  },
  {
    title: "state and alias change together; the outbound password changes",
    service: { enabled: true, target: { alias: "three" } },
    host: { chap: { inbound, outbound: { user: "array2", password: "another-outbound-password" } } },
    shows: { service: ["enabled", "target"], host: ["chap.outbound.password"] },
    calls: ["PATCH credentials", "PATCH services", "PATCH services"],
  },
  {
    title: "enabled is left out, which means true; the outbound pair goes",
    service: { enabled: undefined },
    host: { chap: { inbound } },
    shows: { host: ["chap.outbound"] },
    calls: ["PATCH credentials"],
  },
  {
    title: "forceDisconnect is set on both",
    service: { forceDisconnect: true },
    host: { forceDisconnect: true },
    shows: { service: ["forceDisconnect"], host: ["forceDisconnect"] },
    calls: [],
  },
  {
    title: "forceDisconnect goes and adopt comes",
    service: { forceDisconnect: undefined, adopt: true },
    host: { forceDisconnect: undefined, adopt: true },
    shows: { service: ["adopt", "forceDisconnect"], host: ["adopt", "forceDisconnect"] },
    calls: [],
  },
  {
    title: "the same SVM is named by its UUID",
    service: { svm: { uuid: SVM1 } },
    host: { svm: { uuid: SVM1 } },
    shows: {},
    calls: [],
  },
  {
    title: "the same SVM is named by both, and the address list by a range",
    service: { svm: { name: "svm1", uuid: SVM1 } },
    host: { initiatorAddress: { ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }] } },
    shows: { host: ["initiatorAddress"] },
    calls: ["GET sessions", "PATCH credentials"],
  },
  {
    title: "a network takes the place of the range",
    host: { initiatorAddress: { masks: [{ address: "2001:DB8::0", netmask: "64" }] } },
    shows: { host: ["initiatorAddress.masks", "initiatorAddress.ranges"] },
    calls: ["GET sessions", "PATCH credentials"],
  },
  {
    title: "the network is spelled in another way, without the netmask that it has by default",
    host: { initiatorAddress: { masks: [{ address: "2001:db8:0::" }] } },
    shows: {},
    calls: [],
  },
  {
    title: "the address list goes",
    host: { initiatorAddress: undefined },
    shows: { host: ["initiatorAddress"] },
    calls: ["PATCH credentials"],
  },
  {
    title: "the host is denied, and CHAP goes with it",
    host: { authenticationType: "deny", chap: undefined },
    shows: { host: ["authenticationType", "chap"] },
    calls: ["GET sessions", "PATCH credentials"],
  },
];
