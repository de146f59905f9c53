/** How far the memory of this process grew while work was done, at its most, in megabytes. */
export async function memoryPeak(work: () => Promise<void>, everyMs = 20): Promise<number> {
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, everyMs);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return Math.round((Math.max(most, process.memoryUsage().rss) - before) / 2 ** 20);
}
