// `tactful fit` as it is built: the command starts its worker from the file beside it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';

const CLI = path.resolve('packages/simulator/dist/cli.js');
const folder = mkdtempSync(path.join(os.tmpdir(), 'tactful-fit-'));
const day = (number) => new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10);
const purchases = Array.from({ length: 40 }, (_, customer) =>
  Array.from({ length: customer % 4 }, (_line, index) => `${customer},${day(customer + index * (9 + customer))},20`),
);

const fit = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'fit', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

describe('the built command', () => {
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('[S23] fits in its worker, silent on a stderr that is no terminal, and writes the model', () => {
    const [file, out] = ['shop.csv', 'model.json'].map((name) => path.join(folder, name));
    writeFileSync(file, ['customer,date,value', ...purchases.flat()].join('\n'));
    const { status, stdout, stderr } = fit(file, '--out', out);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /createTactful\(\{ model \}\)\n$/);
    assert.equal(JSON.parse(readFileSync(out, 'utf8')).format, 'tactful-model');
  });

  it('[S23] what fails in the worker is one line', () => {
    const file = path.join(folder, 'once.csv');
    writeFileSync(file, ['customer,date', ...Array.from({ length: 20 }, (_, id) => `${id},${day(id)}`)].join('\n'));
    const { status, stdout, stderr } = fit(file);
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /^tactful: .*once\.csv: nobody bought on a second day: nothing to fit\n$/);
  });
});
