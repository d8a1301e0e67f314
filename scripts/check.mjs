import { parseArgs } from 'node:util';
import { main, runSilently } from './run.mjs';

// Each is also a command of its own: npm run NAME.
const CHECKS = ['build', 'lint', 'layers', 'knip', 'format:check', 'publint', 'attw', 'size', 'docs'];

async function checked(name) {
  const begun = performance.now();
  const { code, text } = await runSilently('npm', ['run', '--silent', name]);
  const seconds = (performance.now() - begun) / 1000;
  if (code !== 0 || name === 'size') process.stdout.write(`\n### ${name}\n${text}`);
  return { name, ok: code === 0, seconds };
}

// npm run check [-- NAME ...] [--json]: all checks, or those named; goes on after one that fails
await main(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
  const results = [];
  for (const name of positionals.length > 0 ? positionals : CHECKS) results.push(await checked(name));
  if (values.json) console.log(JSON.stringify(results));
  else {
    console.log('');
    for (const { name, ok, seconds } of results) {
      console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(14)} ${seconds.toFixed(1).padStart(5)} s`);
    }
  }
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
});
