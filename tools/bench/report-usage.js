// @ts-check

// Preloaded into processes of Node.js: writes what the process took so far as a line of JSON to the file that
// BENCH_USAGE_FILE names, when a signal asks it to end or else when it exits.

const { appendFileSync } = require("node:fs");

let isReported = false;

function report() {
  const file = process.env.BENCH_USAGE_FILE;
  if (isReported || file === undefined) {
    return;
  }
  isReported = true;
  const { user, system } = process.cpuUsage();
  const rssMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
  appendFileSync(file, `${JSON.stringify({ script: process.argv[1] ?? "", cpuMs: (user + system) / 1e3, rssMb })}\n`);
}

process.on("exit", report);
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.once(signal, () => {
    report();
    // A process with a handler of its own ends by that.
    if (process.listenerCount(signal) === 0) {
      process.kill(process.pid, signal);
    }
  });
}
