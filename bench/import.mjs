// Imports a gate log of a million rows as `zhizhuang import` does, in a process of its own; after `npm run build`:
//   node bench/import.mjs [rows] [whole]
// With `whole` the log has eight columns, of works and port, and drives are found truck by truck.
// Processor seconds tell on a machine with other work; so that they can be read, its load is told too.
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rows = Number(process.argv[2] ?? 1_000_000);
const whole = process.argv[3] === 'whole';
const folder = mkdtempSync(join(tmpdir(), 'zhizhuang-import-'));
const path = join(folder, 'gate.csv');
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** @param {number} seconds */
const at = (seconds) => new Date(Date.UTC(2023, 0, 1) + seconds * 1000).toISOString().replace('T', ' ').slice(0, 19);

const WORKS = whole ? '进厂时间,出厂时间,到闸时间,' : '';

/** When a truck was at the works and reached the gate, some seconds before it passed. @param {number} seconds @param {number} row */
function works(seconds, row) {
  const [queued, drive, loading] = [(row * 17) % 240, 1500 + ((row * 131) % 900), 600 + ((row * 373) % 600)];
  const out = seconds - queued - drive;
  return `${at(out - loading)},${at(out)},${at(seconds - queued)},`;
}

/** A truck every half minute; sixty plates, or as many as let each be home in time. */
async function write() {
  const file = createWriteStream(path);
  file.write(`车牌号,${WORKS}进门时间,出门时间,毛重,皮重\n`);
  const plates = whole ? 299 : 60;
  let text = '';
  for (let row = 0; row < rows; row++) {
    const tare = 15_600 + (row % 9) * 60;
    text += `辽H${70_000 + ((row * 31) % plates)},${whole ? works(row * 30, row) : ''}${at(row * 30)},${at(row * 30 + 900 + ((row * 7919) % 1800))},${tare + 31_000 + ((row * 13) % 800)},${tare}\n`;
    if (text.length < 1e6) continue;
    if (!file.write(text)) await new Promise((resolve) => file.once('drain', () => resolve(null)));
    text = '';
  }
  await new Promise((resolve) => file.end(text, () => resolve(null)));
}

try {
  await write();
  const began = performance.now();
  const told = `import(${JSON.stringify(main)}).then(() => 0); process.on('exit', () => { const use = process.resourceUsage(); process.stderr.write(JSON.stringify({ cpuSeconds: (use.userCPUTime + use.systemCPUTime) / 1e6, maxMB: use.maxRSS / 1024 })); });`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', told, main, 'import', path], {
    encoding: 'utf8',
  });
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(stderr);
  const { cpuSeconds, maxMB } = JSON.parse(stderr);
  console.log(stdout.split('\n').slice(0, 3).join('\n'));
  console.log({
    rows,
    seconds: Number(seconds.toFixed(1)),
    cpuSeconds: Number(cpuSeconds.toFixed(1)),
    maxMB: Math.round(maxMB),
    load: loadavg(),
  });
} finally {
  rmSync(folder, { recursive: true });
}
