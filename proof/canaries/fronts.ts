import type { TestArray } from "../../test/array";
import type { Bag } from "../../test/engine/bag";
import { HostError } from "../../test/engine/host-error";
import { HOST, ON_SVM1, SVM1 } from "../../test/names";
import { FRONTS, type Front, ProviderHarness, type Resource } from "../../test/provider/provider-harness";
import { everythingIn } from "../../test/provider/rest/everything-in";
import { chap, hosts, single, TABLE, table } from "../../test/provider/table-arguments";
import { echoesOf } from "./echoes";
import type { Evidence } from "./evidence";
import type { Secrets } from "./secrets";

const svm = { name: "svm1" };
const FIXTURE = {
  svms: [{ ...svm, uuid: SVM1 }],
  services: [{ svm }],
  interfaces: [{ svm, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
};

/**
 * What the provider is asked to do while the array quotes a secret. `sent` is the one that goes with its requests: what
 * it does not send nobody can tell from other text, and ONTAP returns no password.
 */
interface Operation {
  readonly name: string;
  readonly method: string;
  readonly sent: keyof Secrets;
  run(harness: ProviderHarness, made: Made, secrets: Secrets): Promise<unknown>;
}

/** What exists when the operations begin. */
interface Made {
  readonly host: Resource;
  readonly rows: Resource;
  readonly service: Resource;
}

const withOutbound = (inbound: string, outbound: string): Bag => ({
  authenticationType: "chap",
  chap: { inbound: { user: "host1", password: inbound }, outbound: { user: "array", password: outbound } },
});

const operations: readonly Operation[] = [
  {
    name: "create",
    method: "POST",
    sent: "new inbound password",
    run: (harness, _made, secrets) =>
      harness.create("IscsiCredentials", single(`${HOST}new`, chap("new", secrets["new inbound password"]))),
  },
  {
    name: "create with a hexadecimal password",
    method: "POST",
    sent: "hexadecimal password",
    run: (harness, _made, secrets) =>
      harness.create("IscsiCredentials", single(`${HOST}hex`, chap("hex", secrets["hexadecimal password"]))),
  },
  {
    name: "update",
    method: "PATCH",
    sent: "outbound password",
    run: (harness, { host }, secrets) =>
      harness.update(host, single(HOST, withOutbound(secrets["new inbound password"], secrets["outbound password"]))),
  },
  {
    name: "update of rows",
    method: "PATCH",
    sent: "new password of a row",
    run: (harness, { rows }, secrets) =>
      harness.update(rows, table(hosts(3, (n) => chap(`row${n}`, secrets["new password of a row"])))),
  },
  {
    name: "update of the service",
    method: "PATCH",
    sent: "array password",
    run: (harness, { service }) => harness.update(service, { ...ON_SVM1, target: { alias: "other" } }),
  },
  { name: "read", method: "GET", sent: "array password", run: (harness, { host }) => harness.read(host) },
  { name: "read of rows", method: "GET", sent: "array password", run: (harness, { rows }) => harness.read(rows) },
  { name: "delete", method: "DELETE", sent: "array password", run: (harness, { host }) => harness.delete(host) },
  {
    name: "delete of rows",
    method: "DELETE",
    sent: "array password",
    run: (harness, { rows }) => harness.delete(rows),
  },
];

/**
 * Both fronts of the provider against an array that quotes what it was sent, in every form. Counts the calls.
 *
 * @param every whether each operation meets each form, or each form one operation
 */
export async function lookAtFronts(evidence: Evidence, secrets: Secrets, every: boolean): Promise<number> {
  const counts = await Promise.all(FRONTS.map((front) => lookAtFront(front, evidence, secrets, every)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function lookAtFront(front: Front, evidence: Evidence, secrets: Secrets, every: boolean): Promise<number> {
  const harness = await ProviderHarness.start({
    front,
    fixture: FIXTURE,
    config: { "ontap-iscsi:username": "canary", "ontap-iscsi:password": secrets["array password"] },
  });
  let count = 0;
  try {
    await harness.control("PUT", "/settings", {
      users: [{ name: "canary", password: secrets["array password"], role: "admin" }],
    });
    const made = await make(harness, secrets);
    for (const [index, operation] of operations.entries()) {
      const quoted = new Set([secrets[operation.sent], secrets["array password"]]);
      const messages = [...quoted].flatMap(echoesOf);
      for (const [number, message] of messages.entries()) {
        if (every || number % operations.length === index) {
          count += 1;
          await refuse(harness, operation.method, message, count);
          await evidenceOf(evidence, `${front}: ${operation.name}`, () => operation.run(harness, made, secrets));
        }
      }
    }
    await harness.control("DELETE", "/faults");
    await evidenceOf(evidence, `${front}: conflict`, () =>
      harness.create("IscsiCredentials", single(HOST, withOutbound(secrets["inbound password"], "other-password"))),
    );
  } finally {
    await harness.stopProcess();
    const { stdout, stderr } = harness.host.process;
    evidence.look(`${front}: what the provider's process printed`, stdout + stderr);
    evidence.look(`${front}: what the engine was told`, harness.host.said);
    await harness.stop();
  }
  return count + 1;
}

async function make(harness: ProviderHarness, secrets: Secrets): Promise<Made> {
  return {
    service: await harness.create("IscsiService", { ...ON_SVM1, adopt: true }),
    host: await harness.create(
      "IscsiCredentials",
      single(HOST, withOutbound(secrets["inbound password"], secrets["outbound password"])),
    ),
    rows: await harness.create(TABLE, table(hosts(3, (n) => chap(`row${n}`, secrets["password of a row"])))),
  };
}

/** From now on the array refuses such requests, and quotes; now and then in the code or the field to blame, too. */
async function refuse(array: TestArray, method: string, message: string, number: number): Promise<void> {
  await array.control("DELETE", "/faults");
  const code = number % 3 === 0 ? message.slice(0, 60) : "5374145";
  await array.control("POST", "/faults", { match: { method }, kind: "status", status: 400, code, message });
}

async function evidenceOf(evidence: Evidence, where: string, work: () => Promise<unknown>): Promise<void> {
  const error: unknown = await work().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof HostError)) {
    throw new Error(`${where} was expected to fail, so that something could be quoted: ${String(error)}`);
  }
  // The properties to record, with which such an error comes, are the engine's to encrypt.
  const { initFailure } = error;
  evidence.look(
    where,
    initFailure === undefined ? everythingIn(error) : [error.message, error.stack, ...initFailure.reasons].join("\n"),
  );
}
