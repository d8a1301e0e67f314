import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BUILT, differences, waysOutOfBuild } from './egress-files.mjs';
import { main } from './run.mjs';

const ALLOWED = 'scripts/egress-allowed.json';

const kept = (found, allowed) => {
  const reasons = new Map(allowed.map(({ file, primitive, reason }) => [`${file} ${primitive}`, reason]));
  return found.map((line) => ({ ...line, reason: reasons.get(`${line.file} ${line.primitive}`) ?? '' }));
};

function print(table) {
  let last;
  for (const { file, primitive, count, reason } of table) {
    if (file !== last) console.log(`\n${file}`);
    last = file;
    console.log(`  ${String(count).padStart(3)}  ${primitive.padEnd(28)} ${reason}`);
  }
}

// node scripts/egress.mjs [--write] [--json]: every way out of the page in the built files, beside the reason it is
// allowed for; fails on any other count. --write takes the counts over: a new line waits there for its reason.
await main(async () => {
  const { values } = parseArgs({ options: { write: { type: 'boolean' }, json: { type: 'boolean' } } });
  const found = waysOutOfBuild();
  const allowed = JSON.parse(readFileSync(ALLOWED, 'utf8'));
  const table = kept(found, allowed);
  if (values.write) writeFileSync(ALLOWED, `${JSON.stringify(table, null, 2)}\n`);
  const faults = differences(found, values.write ? table : allowed);
  if (values.json) console.log(JSON.stringify({ table, faults }));
  else print(table);
  if (faults.length > 0) throw new Error(`\n${faults.join('\n')}`);
  const total = found.reduce((sum, { count }) => sum + count, 0);
  if (!values.json) console.log(`\n${total} ways out in ${BUILT.join(', ')}: each allowed for a reason`);
});
