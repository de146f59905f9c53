import { nearest } from "../provider/schema";
import type { Command } from "./command";
import { exitCode } from "./exit-codes";
import { wrongUsage } from "./failure";
import { ownPackage } from "./import/own-package";

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
  verify: {
    summary: "prove recorded CHAP passwords by logins that become no session",
    load: async () => (await import("./verify.js")).verify,
  },
};

/** Runs the subcommand that the arguments name and returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    process.stderr.write(`ontap-iscsi: a command is missing\n\n${usage()}`);
    return exitCode.wrongUsage;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(usage());
    return exitCode.done;
  }
  if (name === "--version") {
    process.stdout.write(`${ownPackage().version}\n`);
    return exitCode.done;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    return wrongUsage("ontap-iscsi", unknownCommand(name));
  }
  const command = await entry.load();
  return command(rest);
}

function unknownCommand(name: string): string {
  const known = [...Object.keys(commands), "--help", "--version"];
  const meant = nearest(name, known);
  const what = name.startsWith("-") ? "option" : "command";
  return `there is no ${what} ${JSON.stringify(name)}${meant === undefined ? "" : `; did you mean ${meant}?`}`;
}

function usage(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return [
    "Usage: ontap-iscsi COMMAND [options]",
    "",
    ...lines,
    "",
    "ontap-iscsi COMMAND --help shows a command's options, ontap-iscsi --version the version.",
    "",
  ].join("\n");
}
