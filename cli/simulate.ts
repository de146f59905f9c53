import { parseArgs } from "node:util";
import { InputError, type Simulator, type SimulatorOptions, startSimulator } from "../simulator";
import type { Command } from "./command";
import { exitCode } from "./exit-codes";
import { isParseError } from "./usage-error";

const USAGE = `Usage: ontap-iscsi simulate [options]

  --host HOST             address to listen on (127.0.0.1)
  --port PORT             port, 0 for any free one (0)
  --tls                   HTTPS with a certificate made at start
  --username NAME         user with all rights (admin)
  --password PASSWORD     that user's password (random)
  --fixture FILE          state to start with, as JSON
  --ontap-version VERSION ONTAP release to emulate (the fixture's, or 9.16.1)
  --latency-ms MS         milliseconds that every request takes (0)

The first line on standard output is one JSON object with url, controlUrl, username, password and, with --tls,
caCertificate. SIGTERM or SIGINT ends the simulator.
`;

/** `ontap-iscsi simulate`: runs a simulator until it receives a signal. Exit codes: 0, 1 (cannot listen), 64 (usage). */
export const simulate: Command = async (args) => {
  let simulator: Simulator;
  try {
    const options = readOptions(args);
    if (options === "help") {
      process.stdout.write(USAGE);
      return exitCode.done;
    }
    simulator = await startSimulator({ ...options, log: (line) => process.stderr.write(`${line}\n`) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const wrongUsage = error instanceof InputError || isParseError(error);
    process.stderr.write(`ontap-iscsi simulate: ${message}\n${wrongUsage ? `\n${USAGE}` : ""}`);
    return wrongUsage ? exitCode.wrongUsage : exitCode.error;
  }
  const { close, ...shown } = simulator;
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      process.once(signal, () => resolve());
    }
  });
  process.stdout.write(`${JSON.stringify(shown)}\n`);
  process.stderr.write(`simulating ONTAP at ${shown.url}\n`);
  await stopped;
  await close();
  return exitCode.done;
};

function readOptions(args: readonly string[]): SimulatorOptions | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      host: { type: "string" },
      port: { type: "string" },
      tls: { type: "boolean" },
      username: { type: "string" },
      password: { type: "string" },
      fixture: { type: "string" },
      "ontap-version": { type: "string" },
      "latency-ms": { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    return "help";
  }
  const { host, username, password, fixture, tls } = values;
  for (const [name, value] of Object.entries({ host, username, password, fixture })) {
    if (value === "") {
      throw new InputError(`--${name} must not be empty`);
    }
  }
  const version = values["ontap-version"];
  return {
    ...(host !== undefined && { host }),
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(fixture !== undefined && { fixture }),
    ...(tls !== undefined && { tls }),
    ...(version !== undefined && { ontapVersion: version }),
    ...(values.port !== undefined && { port: wholeNumber("port", values.port, 65_535) }),
    ...(values["latency-ms"] !== undefined && {
      latencyMs: wholeNumber("latency-ms", values["latency-ms"], 3_600_000),
    }),
  };
}

function wholeNumber(option: string, text: string, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most) {
    throw new InputError(`--${option} must be a number from 0 to ${most}`);
  }
  return value;
}
