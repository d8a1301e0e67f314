import { spawnSync } from 'node:child_process';
import { timed } from './stopwatch.mjs';

const TARGET_S = 2;
const CLI = 'packages/simulator/dist/cli.js';

function fitOf(model, data) {
  const args = ['fit', '--dataset', 'cdnow', '--data', data, '--until', '1997-09-30', '--model', model, '--json'];
  const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tactful ${args.join(' ')}: ${stderr.trim()}`);
}

/** The whole command on the purchases of CDNOW, start of Node included; nothing without the data. */
export function benchFit({ data }) {
  if (data === undefined) return [{ what: 'CDNOW fitted', figure: 'skipped', ratio: 'needs --data DIR' }];
  const node = timed(() => spawnSync(process.execPath, ['--version']), { rounds: 3 });
  return ['mbg', 'bg'].map((model) => {
    const ms = timed(() => fitOf(model, data), { rounds: 3 });
    return {
      what: `CDNOW fitted, ${model}`,
      figure: `${(ms / 1000).toFixed(2)} s`,
      ratio: `${(ms / node).toFixed(0)} of starting Node`,
      target: `${TARGET_S} s`,
      met: ms < TARGET_S * 1000,
    };
  });
}
