import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { mutated } from './mutants-config.mjs';
import { main } from './run.mjs';

/** Of a hundred mutants so many must be found out. */
const ENOUGH = 90;

const FOUND_OUT = new Set(['Killed', 'Timeout']);
const COUNTED = new Set([...FOUND_OUT, 'Survived', 'NoCoverage']);

function scoreOf(results) {
  const counted = results.filter(({ status }) => COUNTED.has(status));
  const found = counted.filter(({ status }) => FOUND_OUT.has(status)).length;
  const timedOut = counted.filter(({ status }) => status === 'Timeout').length;
  return {
    mutants: counted.length,
    found,
    timedOut,
    score: counted.length === 0 ? 100 : (100 * found) / counted.length,
  };
}

const survivorOf = ({ fileName, location: { start }, mutatorName, replacement }) => ({
  at: `${path.relative('.', fileName)}:${start.line}:${start.column}`,
  mutator: mutatorName,
  replacement,
});

const filesOf = (results) =>
  [...new Set(results.map(({ fileName }) => fileName))].map((fileName) => ({
    file: path.relative('.', fileName),
    ...scoreOf(results.filter((result) => result.fileName === fileName)),
  }));

const summaryOf = (results) => ({
  ...scoreOf(results),
  files: filesOf(results),
  survivors: results.filter(({ status }) => COUNTED.has(status) && !FOUND_OUT.has(status)).map(survivorOf),
});

const lineOf = ({ file, mutants, found, timedOut, score }) =>
  `${score.toFixed(1).padStart(5)} %  ${String(found).padStart(4)} of ${String(mutants).padStart(4)}  ${file}` +
  (timedOut > 0 ? ` (${timedOut} by time)` : '');

/** A file by its path, or by how its name begins: `judge`, `memory-store`. */
const isNamed = (file, name) => file.startsWith(name) || path.basename(file).startsWith(name);

// npm run mutants [-- FILE ...] [--json]: changes the rules one small thing at a time; some test must notice each
await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const begun = performance.now();
  const results = await new Stryker({
    mutate: mutated().filter((file) => positionals.length === 0 || positionals.some((name) => isNamed(file, name))),
    ignorePatterns: ['**', '!packages/tactful/{src,test}/**/*.ts', '!scripts/*.mjs', '!tsconfig.base.json'],
    tempDirName: '.build/stryker',
    symlinkNodeModules: false,
    buildCommand: 'node scripts/mutants-bundle.mjs',
    plugins: ['./scripts/mutants-runner.mjs'],
    testRunner: 'bundle',
    coverageAnalysis: 'perTest',
    concurrency: 2,
    // So long that a busy machine finds nothing out: only a loop without an end takes it.
    timeoutMS: 20_000,
    reporters: values.json ? [] : ['progress-append-only'],
    logLevel: values.json ? 'off' : 'warn',
    allowEmpty: true,
    thresholds: { high: ENOUGH, low: ENOUGH, break: null },
  }).runMutationTest();
  const minutes = (performance.now() - begun) / 60_000;
  const summary = summaryOf(results);
  if (values.json) console.log(JSON.stringify({ ...summary, minutes }));
  else {
    for (const { at, mutator, replacement } of summary.survivors) console.log(`${at}  ${mutator}: ${replacement}`);
    for (const file of summary.files) console.log(lineOf(file));
    console.log(`${lineOf({ ...summary, file: 'all' })}, ${minutes.toFixed(1)} minutes, at least ${ENOUGH} % wanted`);
  }
  if (summary.score < ENOUGH) process.exitCode = 1;
});
