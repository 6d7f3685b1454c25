/** CPU milliseconds, user and system, that this process spends in `work`; other processes do not count. */
export function cpuMilliseconds(/** @type {() => void} */ work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Wall-clock milliseconds until `work` is done. */
export async function wallMilliseconds(/** @type {() => Promise<unknown>} */ work) {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** Most memory this process has held so far, megabytes. */
export function peakMegabytes() {
  return process.resourceUsage().maxRSS / 1024;
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? Number(sorted[middle]) : (Number(sorted[middle - 1]) + Number(sorted[middle])) / 2;
}
