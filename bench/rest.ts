import { join } from "node:path";
import { alternate } from "../tools/bench/alternate";
import type { Benchmark } from "../tools/bench/benchmark";
import type { Usage } from "../tools/bench/measured-process";
import { type NodeRun, nodeProcess } from "../tools/bench/node-process";
import { comparedRow, rssOf } from "../tools/bench/row";
import { ArrayProcess } from "./support/array-process";
import { initiator, svmUuid } from "./support/numbered";
import { requestsNote } from "./support/requests-note";

const SCRIPT = join(__dirname, "support/list-credentials.js");
const CREDENTIALS = "/api/protocols/san/iscsi/credentials";

export const benchmark: Benchmark = {
  title: "list of all credentials by the REST module, in a process that is connected",
  against: "node-fetch and JSON.parse of the same bytes",
  async run(report, { rounds, sizes = [10_000] }) {
    const array = await ArrayProcess.start();
    try {
      for (const rows of sizes) {
        await array.setState(stateOf(rows));
        await array.forget();
        await listed(["package"], array.env, rows);
        const urls = (await array.requested()).filter((url) => url.includes(CREDENTIALS));
        const { ours, bare } = await alternate(rounds, {
          ours: () => listed(["package"], array.env, rows),
          bare: () => listed(["bare", ...urls], array.env, rows),
        });
        const row = comparedRow(
          `${rows.toLocaleString("en")} credentials`,
          ours,
          bare,
          requestsNote({ requests: urls.length, maxInFlight: 1 }, 1),
        );
        report({ ...row, rssMb: rssOf(ours, bare) });
      }
    } finally {
      await array.stop();
    }
  },
};

/** What the list alone took in a process of its own, whose largest memory is that of the whole process. */
async function listed(args: readonly string[], env: NodeJS.ProcessEnv, rows: number): Promise<NodeRun> {
  const run = await nodeProcess([SCRIPT, ...args], env);
  const { length, ...usage }: Usage & { length: number } = JSON.parse(run.stdout);
  if (length !== rows) {
    throw new Error(`${args[0]} listed ${length} of ${rows} credentials`);
  }
  return { ...run, ...usage };
}

/** As many credentials of one SVM; its service brings one of its own. */
function stateOf(rows: number) {
  const svm = { uuid: svmUuid(0) };
  return {
    svms: [{ ...svm, name: "svm-0" }],
    services: [{ svm }],
    credentials: Array.from({ length: rows - 1 }, (_, n) => ({
      svm,
      initiator: initiator(n),
      authentication_type: "chap",
      chap: { inbound: { user: `user-${n}`, password: `chap-pw-of-${n}` } },
    })),
  };
}
