import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SVM1 } from "../../test/names";
import { type Front, ProviderHarness } from "../../test/provider/provider-harness";
import { host, single } from "../../test/provider/table-arguments";

const TYPE = "IscsiCredentials";
const svm = { name: "svm1" };

/** Memory of a process after its garbage was collected, in megabytes. */
export interface Memory {
  readonly heap: number;
  readonly rss: number;
}

/** What a provider's process holds after each of so many refreshes of so many hosts. */
export async function memoryOfRefreshes(front: Front, refreshes: number, hosts: number): Promise<readonly Memory[]> {
  const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-memory-"));
  const file = join(folder, "memory");
  const numbers = Array.from({ length: hosts }, (_, n) => n + 1);
  const credentials = numbers.map((n) => ({ svm, initiator: host(n), authentication_type: "none" }));
  const harness = await ProviderHarness.start({
    front,
    fixture: { svms: [{ ...svm, uuid: SVM1 }], services: [{ svm }], credentials },
    env: {
      PROOF_MEMORY_FILE: file,
      NODE_OPTIONS: `--expose-gc --require ${JSON.stringify(join(__dirname, "report-memory.js"))}`,
    },
  });
  try {
    for (let refresh = 0; refresh < refreshes; refresh += 1) {
      await Promise.all(
        numbers.map(async (n) => {
          const inputs = single(host(n), { authenticationType: "none" });
          const outputs = { ...inputs, svmName: "svm1", svmUuid: SVM1 };
          const { id } = await harness.read({ type: TYPE, id: `${SVM1}/${host(n)}`, inputs, outputs });
          if (id === "") {
            throw new Error(`${host(n)} is there, and was read as gone`);
          }
        }),
      );
      harness.host.process.signal("SIGUSR2");
      await reported(file, refresh + 1);
    }
    return linesOf(file).map((line) => inMegabytes(JSON.parse(line)));
  } finally {
    await harness.stop();
    rmSync(folder, { recursive: true });
  }
}

async function reported(file: string, count: number): Promise<void> {
  for (let tries = 0; linesOf(file).length < count; tries += 1) {
    if (tries > 1_000) {
      throw new Error("the provider's process did not report its memory");
    }
    await sleep(20);
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n").filter(Boolean);
  } catch {
    return [];
  }
}

function inMegabytes({ heap, rss }: Memory): Memory {
  return { heap: heap / 2 ** 20, rss: rss / 2 ** 20 };
}
