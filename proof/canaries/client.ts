import { connect, type OntapClient } from "../../provider/rest";
import { startSimulator } from "../../simulator";
import { TestArray } from "../../test/array";
import { HOST, SVM1 } from "../../test/names";
import { everythingIn } from "../../test/provider/rest/everything-in";
import { echoesOf } from "./echoes";
import type { Evidence } from "./evidence";
import type { Secrets } from "./secrets";

/** A call that the array refuses, and the secret that goes with it. */
interface Refused {
  readonly name: string;
  readonly sent: keyof Secrets;
  run(client: OntapClient, secret: string): Promise<unknown>;
}

const LOGIN = "array password";

const refusals: readonly Refused[] = [
  { name: "list", sent: LOGIN, run: ({ iscsiCredentials }) => iscsiCredentials.list() },
  ...(["inbound password", "new inbound password", "hexadecimal password", "password of a row"] as const).map(
    (sent) => ({
      name: "create",
      sent,
      run: ({ iscsiCredentials }: OntapClient, password: string) =>
        iscsiCredentials.create({
          svm: { name: "svm1" },
          initiator: HOST,
          authentication_type: "chap",
          chap: { inbound: { user: "host1", password } },
        }),
    }),
  ),
  {
    name: "update",
    sent: "outbound password",
    run: ({ iscsiCredentials }, password) =>
      iscsiCredentials.update(SVM1, HOST, {
        authentication_type: "chap",
        chap: { inbound: { user: "host1", password: "another-password" }, outbound: { user: "array", password } },
      }),
  },
];

/**
 * The REST client in this process, so that of its errors everything is seen that `util.inspect` shows, causes and
 * properties too, and not only what a front passes on. Counts the calls.
 */
export async function lookAtClient(evidence: Evidence, secrets: Secrets): Promise<number> {
  const simulator = await startSimulator({ fixture: { svms: [{ name: "svm1", uuid: SVM1 }] } });
  const array = new TestArray(simulator);
  const client = connect({ host: simulator.url, username: simulator.username, password: secrets[LOGIN] });
  let count = 0;
  try {
    await array.control("PUT", "/settings", {
      users: [{ name: simulator.username, password: secrets[LOGIN], role: "admin" }],
    });
    for (const { name, sent, run } of refusals) {
      for (const message of echoesOf(secrets[sent])) {
        count += 1;
        await array.control("DELETE", "/faults");
        await array.control("POST", "/faults", { match: {}, kind: "status", status: 400, code: "5374145", message });
        evidence.look(`client: ${name}`, everythingIn(await errorOf(run(client, secrets[sent]))));
      }
    }
  } finally {
    await simulator.close();
  }
  return count;
}

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new Error("a call was expected to fail, so that something could be quoted");
    },
    (error: unknown) => error,
  );
}
