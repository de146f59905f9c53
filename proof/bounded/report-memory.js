// @ts-check

// Preloaded into a provider's process, which must have `--expose-gc`: on SIGUSR2 it collects its garbage and appends what
// is left, as a line of JSON, to the file that PROOF_MEMORY_FILE names.

const { appendFileSync } = require("node:fs");

process.on("SIGUSR2", () => {
  global.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  appendFileSync(process.env.PROOF_MEMORY_FILE ?? "", `${JSON.stringify({ heap: heapUsed, rss })}\n`);
});
