import type { WireRecord } from "../../simulator/query";
import { HOST } from "../../test/names";
import type { ProviderHarness, Resource } from "../../test/provider/provider-harness";

/** How a step fails whose resource is there and was reported as gone. */
export const REPORTED_GONE = "it was reported as gone";

/** What was made before, by a login that may do everything: resources, and the array before and after. */
export interface Prepared {
  readonly states: {
    /** SVMs alone. */
    readonly empty: WireRecord;
    /** With the services. */
    readonly served: WireRecord;
    /** With services and credentials. */
    readonly full: WireRecord;
  };
  readonly service: Resource;
  readonly credential: Resource;
  readonly table: Resource;
}

/** One thing that the engine does with a resource. */
export interface Step {
  readonly name: string;
  /** Of the resource: the table is on another SVM than the others. */
  readonly svm: "svm1" | "svm2";
  readonly from: keyof Prepared["states"];
  /** What a refusal says that has nothing to do with rights; undefined where the step is to succeed. */
  readonly isRefused?: RegExp;
  readonly run: (harness: ProviderHarness, prepared: Prepared) => Promise<unknown>;
}

/** What a first run does. */
export const creations: readonly Step[] = [
  {
    name: "create a service",
    svm: "svm1",
    from: "empty",
    run: (harness, { service }) => harness.create("IscsiService", service.inputs),
  },
  {
    name: "create a credential",
    svm: "svm1",
    from: "served",
    run: (harness, { credential }) => harness.create("IscsiCredentials", credential.inputs),
  },
  {
    name: "create a table",
    svm: "svm2",
    from: "served",
    run: (harness, { table }) => harness.create("IscsiCredentialsTable", table.inputs),
  },
];

/** What later runs do, in an order in which one process would. */
export const changes: readonly Step[] = [
  { name: "refresh a service", svm: "svm1", from: "full", run: (harness, { service }) => stillThere(harness, service) },
  {
    name: "refresh a credential",
    svm: "svm1",
    from: "full",
    run: (harness, { credential }) => stillThere(harness, credential),
  },
  { name: "refresh a table", svm: "svm2", from: "full", run: (harness, { table }) => stillThere(harness, table) },
  {
    name: "refuse to disable a service that is in use",
    svm: "svm1",
    from: "full",
    isRefused: /1 live session would be cut now/,
    run: async (harness, { service }) => {
      const chap = { user: "host", password: "inbound-password" };
      await harness.logIn({ initiator: HOST, address: "10.0.0.5", ...chap });
      return harness.preview(service, { ...service.inputs, enabled: false });
    },
  },
  {
    name: "change a service",
    svm: "svm1",
    from: "full",
    run: (harness, { service }) => harness.update(service, { ...service.inputs, target: { alias: "other" } }),
  },
  {
    name: "change a credential",
    svm: "svm1",
    from: "full",
    run: (harness, { credential }) =>
      harness.update(credential, {
        svm: { name: "svm1" },
        initiator: HOST,
        authenticationType: "deny",
      }),
  },
  {
    name: "change a table",
    svm: "svm2",
    from: "full",
    run: (harness, { table }) =>
      harness.update(table, {
        ...table.inputs,
        credentials: { [HOST]: { authenticationType: "deny" }, [`${HOST}1`]: { authenticationType: "none" } },
      }),
  },
  {
    name: "delete a credential",
    svm: "svm1",
    from: "full",
    run: (harness, { credential }) => harness.delete(credential),
  },
  { name: "delete a table", svm: "svm2", from: "full", run: (harness, { table }) => harness.delete(table) },
  { name: "delete a service", svm: "svm1", from: "served", run: (harness, { service }) => harness.delete(service) },
];

async function stillThere(harness: ProviderHarness, resource: Resource): Promise<void> {
  const { id } = await harness.read(resource);
  if (id !== resource.id) {
    throw new Error(REPORTED_GONE);
  }
}
