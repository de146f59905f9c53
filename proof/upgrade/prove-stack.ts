import type { CommandResult } from "../../test/engine/project";
import { RecordedStack } from "../../test/states/recorded-stack";
import type { ExpectedStack } from "../../test/states/stacks";

/** What today's code made of a recorded stack. */
export interface ProvedStack {
  /** Commands of the engine that were run. */
  readonly commands: number;
  /** Commands that planned or made a change where nothing had changed, and requests that changed an array. */
  readonly changes: number;
  /** Commands that failed. */
  readonly errors: number;
  readonly failures: readonly string[];
}

/** How the engine ends where it was to find no change, and found one. */
const CHANGES_FOUND = 7;

/**
 * Preview, refresh and preview show no change and write nothing; destroy, after a refresh and without one, leaves what it
 * must and says so.
 */
export async function proveStack({ folder, left, warnings }: ExpectedStack): Promise<ProvedStack> {
  const stack = await RecordedStack.start(folder);
  const failures: string[] = [];
  const codes: number[] = [];
  const ended = (command: string, { code, text }: CommandResult) => {
    codes.push(code);
    if (code !== 0) {
      failures.push(`${folder}: ${command} exited with code ${code}:\n${text}`);
    }
    return text;
  };
  const destroy = async (how: string) => {
    const text = ended(`destroy ${how}`, await stack.project.destroy());
    const held = await stack.held();
    if (JSON.stringify(held) !== JSON.stringify(left)) {
      failures.push(`${folder}: destroy ${how} left ${held.join(", ")} instead of ${left.join(", ")}`);
    }
    const silent = warnings.filter((warning) => !warning.test(text));
    failures.push(...silent.map((warning) => `${folder}: destroy ${how} did not say ${warning}:\n${text}`));
  };
  try {
    await stack.restore();
    for (const command of ["preview", "refresh", "preview"] as const) {
      ended(command, await stack.project[command](["--expect-no-changes"]));
    }
    const writes = await stack.writes();
    failures.push(...writes.map((write) => `${folder}: ${write} was sent although nothing had changed`));
    await destroy("after a refresh");
    await stack.restore();
    await destroy("without a refresh");
    const changed = codes.filter((code) => code === CHANGES_FOUND).length;
    const errors = codes.filter((code) => code !== 0 && code !== CHANGES_FOUND).length;
    return { commands: codes.length, changes: changed + writes.length, errors, failures };
  } finally {
    await stack.stop();
  }
}
