import { difference, objectsOn } from "../support/array-comparison";
import type { ArrayState } from "../support/array-state";
import { type EngineStack, type Recorded, UP } from "../support/engine-stack";
import type { Prepared } from "../support/prepared";
import { arm, type Crash, strike } from "./moment";
import { type Recovery, recover } from "./recover";

/** What can go wrong, as the proof counts it. */
export const WRONGS = ["lost", "doubled", "not as the program says", "stuck"] as const;

/** A crash, and what came of it. */
export interface Survived {
  readonly recovery: Recovery;
  readonly findings: ReadonlyArray<{ readonly wrong: (typeof WRONGS)[number]; readonly what: string }>;
}

/** The crash in words by which it can be found again. */
export function titleOf({ change, requests }: Prepared, { victim, moment, nth }: Crash): string {
  const { method = "?", path = "" } = requests[nth - 1] ?? {};
  return `${change.name}: ${victim} killed ${moment} request ${nth} (${method} ${path})`;
}

/** Kills at the moment, comes back, and compares with the same operation without a crash. */
export async function survive(stack: EngineStack, prepared: Prepared, crash: Crash): Promise<Survived> {
  const { change, before, end } = prepared;
  await stack.setBack(change.name, before);
  stack.setProgram(change.after);
  await arm(stack, crash);
  const isHit = await strike(stack, stack.begin(UP), crash);
  const created = (await stack.array.everyRequest()).slice(crash.nth - 1).some(({ method }) => method === "POST");
  await stack.array.control("DELETE", "/faults");
  const mayConflict = created && !(crash.victim === "provider" && crash.moment === "before");
  const recovery = await recover(stack, change.after, mayConflict);
  const objects = objectsOn(await stack.array.control<ArrayState>("GET", "/state"));
  const { missing, extra, unequal } = difference(objects, end.objects);
  const { code, text } = recovery.last;
  const recorded = stack.recorded();
  const ids = idsIn(recorded);
  const expected = idsIn(end.recorded);
  const findings: Array<Survived["findings"][number]> = [
    ...missing.map((what) => ({ wrong: "lost" as const, what })),
    ...extra.map((what) => ({ wrong: "doubled" as const, what })),
    ...unequal.map((what) => ({ wrong: "not as the program says" as const, what })),
    ...expected.filter((id) => !ids.includes(id)).map((id) => ({ wrong: "lost" as const, what: `no record of ${id}` })),
    ...ids
      .filter((id) => !expected.includes(id))
      .map((id) => ({ wrong: "doubled" as const, what: `a record of ${id}` })),
  ];
  if (code !== 0 || recorded.pending > 0 || !isHit) {
    const what = isHit
      ? `exit code ${code}, ${recorded.pending} operations pending\n${text}`
      : "the request never came";
    findings.push({ wrong: "stuck", what });
  }
  if (findings.length === 0 && !(await isSettled(stack, recorded, end.recorded))) {
    findings.push({ wrong: "not as the program says", what: "a preview still shows changes" });
  }
  return { recovery, findings };
}

/** Names and ids of our resources. */
function idsIn({ resources }: Recorded): readonly string[] {
  return resources
    .filter(({ type }) => /ontap-iscsi/.test(type) && !type.startsWith("pulumi:providers:"))
    .map(({ urn, id }) => `${urn.split("::").at(-1)} ${id}`);
}

/** Asks the engine only where what it recorded is not, secrets apart, what it is without a crash. */
async function isSettled(stack: EngineStack, recorded: Recorded, expected: Recorded): Promise<boolean> {
  if (JSON.stringify(valuesIn(recorded)) === JSON.stringify(valuesIn(expected))) {
    return true;
  }
  const { code } = await stack.run(["preview", "--refresh", "--expect-no-changes"]);
  return code === 0;
}

function valuesIn({ resources }: Recorded): unknown {
  const ours = resources.filter(({ type }) => !type.startsWith("pulumi:"));
  const values = ours.map(({ urn, inputs, outputs }) => ({ urn, inputs, outputs }));
  return JSON.stringify(values).replaceAll(/"(ciphertext|owner)":"[^"]*"/g, '"$1":"any"');
}
