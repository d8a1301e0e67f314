import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { main, runSilently } from './run.mjs';

// Each is also a command of its own: npm run NAME.
const CHECKS = ['build', 'lint', 'layers', 'knip', 'format:check', 'publint', 'attw', 'size', 'egress', 'docs'];

async function checked(name) {
  const begun = performance.now();
  const { code, text } = await runSilently('npm', ['run', '--silent', name]);
  const seconds = (performance.now() - begun) / 1000;
  if (code !== 0 || name === 'size') process.stdout.write(`\n### ${name}\n${text}`);
  return { name, ok: code === 0, seconds };
}

/** Runs checks, as many at a time as there are cores; the results are in the order of the names. */
async function checkedAll(names) {
  const waiting = [...names.entries()];
  const results = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await checked(next[1]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

// npm run check [-- NAME ...] [--no-build] [--json]: all checks, or those named; goes on after one that fails
await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'no-build': { type: 'boolean', default: false }, json: { type: 'boolean' } },
  });
  const all = values['no-build'] ? CHECKS.filter((name) => name !== 'build') : CHECKS;
  const names = positionals.length > 0 ? positionals : all;
  // what is built the others look at
  const built = names.filter((name) => name === 'build');
  const results = [...(await checkedAll(built)), ...(await checkedAll(names.filter((name) => name !== 'build')))];
  if (values.json) console.log(JSON.stringify(results));
  else {
    console.log('');
    for (const { name, ok, seconds } of results) {
      console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(14)} ${seconds.toFixed(1).padStart(5)} s`);
    }
  }
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
});
