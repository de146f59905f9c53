import type { Privilege } from "../../simulator/access/role";
import type { WireRecord } from "../../simulator/query";
import { isProbe } from "../../test/array";
import { HOST, SVM1, SVM2 } from "../../test/names";
import { type Front, ProviderHarness } from "../../test/provider/provider-harness";
import type { Use } from "./named-right";
import { changes, creations, type Prepared, type Step } from "./steps";

/** What came of a step, and what it asked of the array. */
export interface Stepped {
  readonly name: string;
  /** Undefined where it did what it should, else why not. */
  readonly failure: string | undefined;
  readonly uses: readonly Use[];
  /** Of the resource. */
  readonly svm: string;
}

/** What the steps of an operator begin with: made by a login that may do everything. */
export async function prepare(): Promise<Prepared> {
  const harness = await ProviderHarness.start();
  try {
    const empty = await harness.control<WireRecord>("GET", "/state");
    const service = await harness.create("IscsiService", { svm: { name: "svm1" }, target: { alias: "one" } });
    await harness.byHand("POST", "services", { svm: { name: "svm2" } });
    const served = await harness.control<WireRecord>("GET", "/state");
    const credential = await harness.create("IscsiCredentials", {
      svm: { name: "svm1" },
      initiator: HOST,
      authenticationType: "chap",
      chap: { inbound: { user: "host", password: "inbound-password" } },
    });
    const table = await harness.create("IscsiCredentialsTable", {
      svm: { name: "svm2" },
      credentials: { [HOST]: { authenticationType: "none" }, [`${HOST}0`]: { authenticationType: "none" } },
    });
    const full = await harness.control<WireRecord>("GET", "/state");
    return { states: { empty, served, full }, service, credential, table };
  } finally {
    await harness.stop();
  }
}

/** With which login, and on which side, an operator works. */
export interface Operator {
  readonly privileges: readonly Privilege[];
  readonly front: Front;
  /** Name of the SVM that the login belongs to; undefined for one of the cluster. */
  readonly svm?: string;
  /** Of the simulator. */
  readonly settings: WireRecord;
}

/** Everything that the engine does with resources, one step after the other. */
export async function operate(
  prepared: Prepared,
  { privileges, front, svm, settings }: Operator,
): Promise<readonly Stepped[]> {
  const role = { name: "least", privileges: privileges.map((privilege) => ({ ...privilege })) };
  const user = { name: "least", password: "own", role: "least" };
  const harness = await ProviderHarness.start({
    front,
    config: { "ontap-iscsi:username": "least", "ontap-iscsi:password": "own" },
    fixture: {
      users: [svm === undefined ? user : { ...user, svm }],
      roles: [svm === undefined ? role : { ...role, owner: { name: svm } }],
    },
  });
  try {
    await harness.control("PUT", "/settings", settings);
    const done: Stepped[] = [];
    for (const step of creations) {
      done.push(await take(step, harness, prepared));
    }
    // In a process of its own, as of a later run: a process that has created something does not delete it.
    const later = await harness.newProcess();
    try {
      for (const step of changes) {
        done.push(await take(step, later, prepared));
      }
    } finally {
      await later.stopProcess();
    }
    return done;
  } finally {
    await harness.stop();
  }
}

async function take(
  { name, svm, from, isRefused, run }: Step,
  harness: ProviderHarness,
  prepared: Prepared,
): Promise<Stepped> {
  await harness.control("PUT", "/state", prepared.states[from]);
  await harness.everyRequest();
  const outcome = await run(harness, prepared).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const uses = (await harness.everyRequest())
    .filter((request) => !isProbe(request))
    .map(({ method, path }) => ({ method, path: path.replace(SVM_AND_AFTER, "") }));
  const isAsWanted = isRefused === undefined ? outcome === undefined : outcome !== undefined && isRefused.test(outcome);
  return { name, failure: isAsWanted ? undefined : (outcome ?? "it was not refused"), uses, svm };
}

const SVM_AND_AFTER = new RegExp(`/(${SVM1}|${SVM2}).*$`);
