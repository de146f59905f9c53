import type { Front } from "../../test/provider/provider-harness";
import { difference, objectsOn } from "../support/array-comparison";
import type { ArrayState } from "../support/array-state";
import { chosen } from "../support/chosen";
import { EngineStack, UP } from "../support/engine-stack";
import { type Change, NEW, type Prepared, prepare } from "../support/prepared";
import type { Tally } from "../support/tally";
import { faultsAt, type Placed } from "./cases";
import { LASTS } from "./kinds";
import { operations } from "./operations";

/** A sample that is small, since a run of the engine takes a hundred times what the calls of a provider do. */
const CHANGES = 6;
const FAULTS_EACH = 3;

/** Some faults at some changes, by `pulumi up` of the real engine, and `pulumi up` again where that failed. */
export async function proveOnEngine(front: Front, seed: number, tally: Tally): Promise<void> {
  const stack = await EngineStack.start(front);
  try {
    stack.keep(NEW);
    for (const change of chosen(changes(), CHANGES, seed)) {
      const prepared = await prepare(stack, change);
      const faults = faultsAt(prepared.requests).filter(({ kind }) => kind.timeoutMs === undefined);
      for (const fault of chosen(faults, FAULTS_EACH, seed)) {
        await prove(stack, prepared, fault, tally);
      }
    }
  } finally {
    await stack.stop();
  }
}

/** The operations that one `up` after another comes to, and that succeed. */
function changes(): readonly Change[] {
  return operations.flatMap(({ name, array, before = [], byHand, always, command }) =>
    command.kind === "up" && byHand === undefined && always === undefined && !name.startsWith("refuse")
      ? [{ name, array, before, after: command.program }]
      : [],
  );
}

async function prove(stack: EngineStack, prepared: Prepared, fault: Placed, tally: Tally): Promise<void> {
  const { change, before, requests, end } = prepared;
  const { kind, nth, lasts } = fault;
  await stack.setBack(change.name, before);
  stack.setProgram(change.after);
  await stack.array.control("POST", "/faults", { ...kind.rule, match: { nth }, times: LASTS[lasts] });
  const ends = [await stack.run(UP)];
  await stack.array.control("DELETE", "/faults");
  const again = async () => {
    const last = ends.at(-1);
    if (last?.code !== 0) {
      ends.push(await stack.run(UP));
    }
  };
  await again();
  const isAdopted = kind.effect !== "none" && ends.at(-1)?.code !== 0 && /adopt: true/.test(ends.at(-1)?.text ?? "");
  if (isAdopted) {
    stack.setProgram(change.after.map((declared) => ({ ...declared, args: { ...declared.args, adopt: true } })));
    await again();
  }
  const objects = objectsOn(await stack.array.control<ArrayState>("GET", "/state"));
  const { missing, extra, unequal } = difference(objects, end.objects);
  const { method = "?", path = "" } = requests[nth - 1] ?? {};
  tally.add({
    title: `${stack.front} on the engine: ${change.name}: ${kind.name}, ${lasts}, at request ${nth} (${method} ${path})`,
    findings: [
      ...missing.map((what) => ({ wrong: "lost", what })),
      ...extra.map((what) => ({ wrong: "doubled", what })),
      ...unequal.map((what) => ({ wrong: "not as the program says", what })),
      ...(ends.at(-1)?.code === 0 ? [] : [{ wrong: "stuck", what: `exit code ${ends.at(-1)?.code}` }]),
    ],
    isAdopted,
    runs: ends.map(({ code, text }) => (code === 0 ? "went well" : text)),
  });
}
