import { InputError, type Simulator, type SimulatorOptions, startSimulator } from "../simulator";
import { readArguments, refuseEmpty } from "./arguments";
import type { Command } from "./command";
import { exitCode } from "./exit-codes";
import { failure } from "./failure";
import { systemReason } from "./file-error";
import { UsageError } from "./usage-error";

const USAGE = `Usage: ontap-iscsi simulate [options]

  --host HOST             address to listen on (127.0.0.1)
  --port PORT             port, 0 for any free one (0)
  --iscsi-port PORT       port for initiators, 0 for any free one (none)
  --tls                   HTTPS with a certificate made at start
  --username NAME         user with all rights (admin)
  --password PASSWORD     that user's password (random)
  --fixture FILE          state to start with, as JSON
  --ontap-version VERSION ONTAP release to emulate (the fixture's, or 9.16.1)
  --latency-ms MS         milliseconds that every request takes (0)

The first line on standard output is one JSON object with url, controlUrl, username, password, with --tls
caCertificate and with --iscsi-port iscsi. SIGTERM or SIGINT ends the simulator.
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
    return failure("simulate", error instanceof InputError ? wrongInput(error) : error);
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
  const values = readArguments(args, {
    host: { type: "string" },
    port: { type: "string" },
    "iscsi-port": { type: "string" },
    tls: { type: "boolean" },
    username: { type: "string" },
    password: { type: "string" },
    fixture: { type: "string" },
    "ontap-version": { type: "string" },
    "latency-ms": { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) {
    return "help";
  }
  refuseEmpty(values);
  const { host, username, password, fixture, tls } = values;
  const version = values["ontap-version"];
  return {
    ...(host !== undefined && { host }),
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(fixture !== undefined && { fixture }),
    ...(tls !== undefined && { tls }),
    ...(version !== undefined && { ontapVersion: version }),
    ...(values.port !== undefined && { port: wholeNumber("port", values.port, 65_535) }),
    ...(values["iscsi-port"] !== undefined && { iscsiPort: wholeNumber("iscsi-port", values["iscsi-port"], 65_535) }),
    ...(values["latency-ms"] !== undefined && {
      latencyMs: wholeNumber("latency-ms", values["latency-ms"], 3_600_000),
    }),
  };
}

function wholeNumber(option: string, text: string, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most) {
    throw new UsageError(`--${option} must be a number from 0 to ${most}`);
  }
  return value;
}

/** A fixture that cannot be used is wrong usage. */
function wrongInput({ message, cause }: InputError): UsageError {
  const reason = systemReason(cause);
  return new UsageError(reason === undefined ? message : `${message}: ${reason}`);
}
