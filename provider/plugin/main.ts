import { serve } from "./serve";

/*
 * The provider plugin as a process: the engine starts it with its address, reads the port from the first line of
 * standard output, and ends it by a signal.
 */

async function main([engine]: readonly string[]): Promise<void> {
  // Standard output belongs to the engine, which reads one line of it.
  console.log = console.error;
  // Where the engine is gone nobody reads what is printed, which must not end a write that is under way.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  const { port, stop, ended } = await serve(engine);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    // Every one, since without a listener a second signal would end the process at once.
    process.on(signal, () => void stop());
  }
  process.stdout.write(`${port}\n`);
  await ended;
  // What keeps connections open must not keep the process.
  process.exit(0);
}

void main(process.argv.slice(2));
