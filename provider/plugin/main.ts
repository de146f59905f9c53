import { serve } from "./serve";

/*
 * The provider plugin as a process: the engine starts it with its address, reads the port from the first line of
 * standard output, and ends it by a signal.
 */

async function main([engine]: readonly string[]): Promise<void> {
  // Standard output belongs to the engine, which reads one line of it.
  console.log = console.error;
  const { port, stop } = await serve(engine);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      void stop().then(() => process.exit(0));
    });
  }
  process.stdout.write(`${port}\n`);
}

void main(process.argv.slice(2));
