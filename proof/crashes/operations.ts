import type { Bag } from "../../test/engine/bag";
import { HOST, OTHER_HOST } from "../../test/names";
import { arrayWithService, sharedArray } from "../support/array-state";
import type { Change } from "../support/prepared";
import type { Declared } from "../support/program";

const svm1 = { name: "svm1" };
const svm3 = { name: "svm3" };
const chap = (password: string): Bag => ({
  authenticationType: "chap",
  chap: { inbound: { user: "host1", password } },
});

const service = (more: Bag = {}): Declared => ({
  name: "service",
  type: "IscsiService",
  args: { svm: svm1, target: { alias: "one" }, ...more },
});
const host = (more: Bag = {}): Declared => ({
  name: "host",
  type: "IscsiCredentials",
  args: { svm: svm1, initiator: HOST, ...chap("inbound-password"), ...more },
  on: "service",
});
const both = [service(), host()];

/** What crashes come into. Each changes a service and a credential on it, which waits for the service: one request after the other. */
export const operations: readonly Change[] = [
  { name: "create", array: sharedArray(), before: [], after: both },
  {
    name: "update",
    array: sharedArray(),
    before: both,
    after: [service({ target: { alias: "two" }, enabled: false }), host(chap("rotated-password"))],
  },
  { name: "delete", array: sharedArray(), before: both, after: [] },
  { name: "replace", array: sharedArray(), before: both, after: [service({ svm: svm3 }), host({ svm: svm3 })] },
  {
    name: "replace a credential",
    array: sharedArray(),
    before: both,
    after: [service(), host({ initiator: OTHER_HOST })],
  },
  {
    name: "adopt",
    array: arrayWithService({ credentials: [{ svm: svm1, initiator: HOST, authentication_type: "none" }] }),
    before: [],
    after: [service({ adopt: true }), host({ adopt: true })],
  },
];
