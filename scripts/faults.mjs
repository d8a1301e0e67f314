import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { enginesOf, findParts, forgetPart, noticed, runPart, sizeOf } from '../e2e/faults/frame.mjs';
import { main } from './run.mjs';

const OPTIONS = {
  short: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  cycles: { type: 'string' },
  seed: { type: 'string' },
};

function wholeNumber(name, text) {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`${name}: ${text} (a whole number above 0)`);
  return number;
}

function chosen(parts, names) {
  const unknown = names.find((name) => !parts.some((part) => part.name === name));
  if (unknown !== undefined) {
    throw new Error(`part: ${unknown} (known: ${parts.map(({ name }) => name).join(', ')})`);
  }
  return parts.filter(({ name }) => names.length === 0 || names.includes(name));
}

const mark = (ok) => (ok ? 'ok    ' : 'FAILED');

const figureLine = (label, { what, figure, wanted, ok }) =>
  `${mark(ok)} ${label}  ${what}: ${figure} (wanted ${wanted})`;

function linesOf({ part, engine, seed, figures, control, ok, seconds }) {
  const label = `${part.padEnd(12)} ${engine.padEnd(8)}`;
  const seen = control.map(({ what, figure }) => `${what}: ${figure}`).join('; ');
  return [
    ...figures.map((figure) => figureLine(label, figure)),
    `${mark(noticed(control))} ${label}  without the defence: ${seen || 'not shown'}`,
    `${mark(ok)} ${label}  seed ${seed}, ${seconds.toFixed(0)} s`,
  ];
}

/** A part that breaks off is a failure of its own; the others go on, and it goes on where it was the next time. */
async function runWhole(part, asked) {
  const begun = Date.now();
  try {
    return await runPart(part, asked);
  } catch (error) {
    const broke = { what: 'broke off', figure: error.message, wanted: 'an end', ok: false };
    const { engine, seed } = asked;
    const seconds = (Date.now() - begun) / 1000;
    return { part: part.name, engine, seed, figures: [broke], control: [], ok: false, seconds, broken: true };
  }
}

/** What there is to run: each part in each of its engines that is here. */
async function workOf(parts) {
  const work = [];
  for (const part of parts) {
    const reason = await part.skip?.();
    if (reason === undefined) work.push(...enginesOf(part, 'chromium,firefox').map((engine) => ({ part, engine })));
    else console.error(`${part.name}: skipped, ${reason}`);
  }
  return work;
}

async function runAll(parts, { short, cycles, seed }) {
  const work = await workOf(parts);
  const results = [];
  const runSome = async (waiting) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, { part, engine }] = next;
      console.error(`${part.name} (${engine}) ...`);
      const result = await runWhole(part, { engine, size: sizeOf(part, engine, { short, cycles }), seed });
      results[index] = result;
      console.error(`${mark(result.ok)} ${part.name} (${engine}), ${result.seconds.toFixed(0)} s`);
    }
  };
  const beside = [...work.entries()].filter(([, { part }]) => !part.isTimed);
  // each waits for browsers most of the time
  await Promise.all(Array.from({ length: availableParallelism() }, () => runSome(beside)));
  // another's browsers would be in the times
  await runSome([...work.entries()].filter(([, { part }]) => part.isTimed));
  // only now: one that was interrupted goes on where it was
  results.filter(({ broken }) => !broken).forEach(forgetPart);
  return results;
}

// Where a browser ends too soon, of several questions to it only one breaks the part off: the others are nobody's by then,
// and must not take along the parts that run beside it.
process.on('unhandledRejection', (reason) => console.error(`left over: ${String(reason)}`));

// npm run faults [-- PART ...] [--short] [--cycles N] [--seed N] [--json]: every part, or those named, on the built library
await main(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
  const parts = chosen(await findParts(), positionals);
  const results = await runAll(parts, {
    short: values.short,
    cycles: values.cycles === undefined ? undefined : wholeNumber('cycles', values.cycles),
    seed: values.seed === undefined ? Date.now() % 2 ** 31 : wholeNumber('seed', values.seed),
  });
  if (values.json) console.log(JSON.stringify(results));
  else console.log(`\n${results.flatMap(linesOf).join('\n')}`);
  process.exitCode = results.length > 0 && results.every(({ ok }) => ok) ? 0 : 1;
  // a browser that hangs must not keep the command
  process.exit();
});
