import { parseArgs } from 'node:util';
import { countLine, countsIn } from './counts.mjs';
import { lawFiles, runCompiledTests } from './node-tests.mjs';
import { main } from './run.mjs';

await main(async () => {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '1000' }, json: { type: 'boolean' } } });
  const runs = Number(values.runs);
  if (!Number.isSafeInteger(runs) || runs < 1) throw new Error(`runs: ${values.runs} (a whole number above 0)`);
  const files = lawFiles();
  if (files.length === 0) throw new Error('packages/tactful/test/laws: no laws');
  const { code, text } = await runCompiledTests(files, {
    env: { TACTFUL_RUNS: String(runs) },
  });
  const counts = countsIn(text) ?? { passed: 0, failed: 1, skipped: 0 };
  console.log(values.json ? JSON.stringify({ runs, ...counts }) : `laws, ${runs} runs each: ${countLine(counts)}`);
  process.exitCode = code;
});
