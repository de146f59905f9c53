import { CoalescedReads } from "../provider/lifecycle/coalesced-reads";
import { iscsiCredentials } from "../provider/resources/iscsi-credentials";
import { connect } from "../provider/rest";
import { startSimulator } from "../simulator";
import { alternate } from "../tools/bench/alternate";
import type { Benchmark } from "../tools/bench/benchmark";
import { compare } from "../tools/bench/row";
import { requestsNote } from "./support/requests-note";

const SVM = "19d04b8e-94d7-11e8-8370-005056b48fd2";
/** Time that the simulated array takes for each request, in milliseconds. */
const LATENCY_MS = 20;

const initiator = (n: number): string => `iqn.1998-01.com.corp.iscsi:host${n}`;

/** Reading many credentials of one array, as a refresh does it, compared with one GET for each of them. */
export const benchmark: Benchmark = {
  title: `coalesced reads of a refresh (the array takes ${LATENCY_MS} ms for each request, 8 requests in flight)`,
  against: "one GET per object",
  async run(report, { rounds, sizes = [1, 10, 100, 1_000] }) {
    for (const objects of sizes) {
      const credentials = Array.from({ length: objects }, (_, n) => ({
        svm: { name: "svm1" },
        initiator: initiator(n),
        authentication_type: "none",
      }));
      const fixture = { svms: [{ uuid: SVM, name: "svm1" }], services: [{ svm: { name: "svm1" } }], credentials };
      const array = await startSimulator({ fixture, latencyMs: LATENCY_MS });
      try {
        const ontap = connect({ host: array.url, username: array.username, password: array.password });
        const keys = credentials.map(({ initiator: name }) => ({ svmUuid: SVM, name }));
        // The first request of a process loads node-fetch and opens a connection, which is not what is measured.
        await ontap.svms.count();
        const { coalesced, single } = await alternate(rounds, {
          coalesced: () => {
            const reads = new CoalescedReads(iscsiCredentials, ontap);
            return measured(array.controlUrl, () => Promise.all(keys.map((key) => reads.read(key))));
          },
          single: () =>
            measured(array.controlUrl, () => Promise.all(keys.map((key) => iscsiCredentials.get(ontap, key)))),
        });
        report({
          what: `${objects.toLocaleString("en")} objects`,
          wallMs: compare(
            coalesced.map(({ ms }) => ms),
            single.map(({ ms }) => ms),
          ),
          note: `${requestsNote({ requests: coalesced[0]?.requests ?? 0, maxInFlight: 1 }, 1)} instead of ${single[0]?.requests}`,
        });
      } finally {
        await array.close();
      }
    }
  },
};

async function measured(controlUrl: string, work: () => Promise<unknown>): Promise<{ requests: number; ms: number }> {
  await fetch(`${controlUrl}/requests`, { method: "DELETE" });
  const startedAt = performance.now();
  await work();
  const ms = performance.now() - startedAt;
  const stats: unknown = await (await fetch(`${controlUrl}/stats`)).json();
  const requests = typeof stats === "object" && stats !== null && "requests" in stats ? Number(stats.requests) : 0;
  return { requests, ms };
}
