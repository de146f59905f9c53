import type { Command } from "./command";
import { exitCode } from "./exit-codes";

interface Entry {
  readonly summary: string;
  /** Loads the subcommand's code, which no other subcommand has to wait for. */
  readonly load: () => Promise<Command>;
}

const commands: Readonly<Record<string, Entry>> = {
  doctor: {
    summary: "say what stands between a program and its arrays",
    load: async () => (await import("./doctor.js")).doctor,
  },
  drift: { summary: "compare a stack's state with the arrays", load: async () => (await import("./drift.js")).drift },
  import: {
    summary: "write a program and an import file for what exists",
    load: async () => (await import("./import.js")).importExisting,
  },
  sessions: { summary: "list who is logged in, by host", load: async () => (await import("./sessions.js")).sessions },
  simulate: { summary: "run a simulated ONTAP cluster", load: async () => (await import("./simulate.js")).simulate },
};

/** Runs the subcommand that the arguments name and returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(usage());
    return exitCode.done;
  }
  const entry = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    const problem = name === undefined ? "a command is missing" : `there is no command "${name}"`;
    process.stderr.write(`ontap-iscsi: ${problem}\n\n${usage()}`);
    return exitCode.wrongUsage;
  }
  const command = await entry.load();
  return command(rest);
}

function usage(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return `Usage: ontap-iscsi COMMAND [options]\n\n${lines.join("\n")}\n\nontap-iscsi COMMAND --help shows a command's options.\n`;
}
