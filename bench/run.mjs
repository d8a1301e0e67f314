import { parseArgs } from 'node:util';
import { benchDecision } from './decision.mjs';
import { benchFit } from './fit.mjs';
import { benchGate } from './gate.mjs';
import { benchImport } from './import.mjs';
import { benchPage } from './page.mjs';
import { benchProfile } from './profile.mjs';

const PARTS = {
  profile: benchProfile,
  gate: benchGate,
  page: benchPage,
  import: benchImport,
  decision: benchDecision,
  fit: benchFit,
};

function printed(part, lines) {
  console.log(`\n${part}`);
  for (const { what, figure, ratio = '', target, met } of lines) {
    const judged = target === undefined ? '' : `  target ${target}: ${met ? 'met' : 'MISSED'}`;
    console.log(`  ${what.padEnd(38)} ${figure.padStart(12)}  ${ratio}${judged}`.trimEnd());
  }
}

// npm run bench [-- PART ...] [--data DIR] [--json]: figures of this machine, now; ratios within one run are what to compare
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, json: { type: 'boolean' } },
});
const unknown = positionals.find((part) => !(part in PARTS));
if (unknown !== undefined) {
  console.error(`bench: ${unknown} (known: ${Object.keys(PARTS).join(', ')})`);
  process.exitCode = 2;
} else {
  const results = {};
  for (const part of positionals.length > 0 ? positionals : Object.keys(PARTS)) {
    results[part] = await PARTS[part](values);
    if (!values.json) printed(part, results[part]);
  }
  if (values.json) console.log(JSON.stringify(results));
}
