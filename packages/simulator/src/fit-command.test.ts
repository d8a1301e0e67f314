import { expect } from 'chai';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTactful, type Ran } from '../test/ran.js';
import { readModel } from 'tactful/engine';
import { INTENT_COLUMNS } from './intent-rows.js';

let folder = '';
const at = (name: string): string => path.join(folder, name);

const run = (...args: readonly string[]): Promise<Ran> => runTactful(args, false);

const DAY_MS = 86_400_000;
const day = (number: number): string => new Date(Date.UTC(2024, 0, 1) + number * DAY_MS).toISOString().slice(0, 10);

/** Sixty customers over a year; the third of them who come again do so more or less often. */
const PURCHASES = Array.from({ length: 60 }, (_, customer) => {
  const gap = 9 + ((customer * 7) % 40);
  const times = customer % 3 === 0 ? 2 + (customer % 9) : 1;
  return Array.from({ length: times }, (_line, index) => {
    const on = (customer % 30) + index * gap;
    return on > 360 ? [] : [`${customer},${day(on)},${10 + ((customer * 13 + index * 7) % 40)}`];
  }).flat();
}).flat();
const FILE = ['customer,date,value', ...PURCHASES].join('\n');

describe('tactful fit', () => {
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tactful-fit-'));
    await writeFile(at('shop.csv'), FILE);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('[S17] --out writes a file that readModel takes whole, keys in the order of the format', async () => {
    const { code, out, err } = await run('fit', at('shop.csv'), '--out', at('model.json'));
    expect([code, err]).to.deep.equal([0, []]);
    expect(out.at(-1)).to.equal(`${at('model.json')} written. Next: pass its content as createTactful({ model })`);
    const text = await readFile(at('model.json'), 'utf8');
    const { model, problems } = readModel(JSON.parse(text));
    expect(problems).to.deep.equal([]);
    expect(`${JSON.stringify(model, null, 2)}\n`).to.equal(text);
    expect(Object.keys(model ?? {})).to.deep.equal(['format', 'version', 'purchases', 'spend', 'fit']);
    expect(Object.keys(model?.purchases ?? {})).to.deep.equal(['kind', 'r', 'alpha', 'a', 'b', 'spanWeeks']);
    expect(Object.keys(model?.spend ?? {})).to.deep.equal(['p', 'q', 'gamma']);
    expect(Object.keys(model?.fit ?? {}).slice(0, 3)).to.deep.equal(['customers', 'logLikelihood', 'unidentified']);
  });

  it('[S40] --currency writes the spend model in minor units and says so; without it the report asks for it', async () => {
    const told = await run('fit', at('shop.csv'), '--currency', 'EUR', '--out', at('euro.json'));
    const yen = await run('fit', at('shop.csv'), '--currency', 'JPY', '--out', at('yen.json'));
    const bare = await run('fit', at('shop.csv'), '--out', at('bare.json'));
    const spendOf = async (name: string) => readModel(JSON.parse(await readFile(at(name), 'utf8'))).model?.spend;
    const [euro, asYen, plain] = [await spendOf('euro.json'), await spendOf('yen.json'), await spendOf('bare.json')];
    expect(euro).to.include({ currency: 'EUR', unit: 'minor' });
    expect((euro?.gamma ?? 0) / (plain?.gamma ?? 0)).to.be.closeTo(100, 1e-3);
    expect((asYen?.gamma ?? 0) / (plain?.gamma ?? 0)).to.be.closeTo(1, 1e-5);
    expect(euro?.p).to.be.closeTo(plain?.p ?? 0, 1e-3);
    expect(told.out).to.include('           in minor units of EUR, as tactful counts money');
    expect(bare.out).to.include('           in the money of the file; for lifetime value name it: --currency EUR');
    expect([told.code, yen.code, bare.code]).to.deep.equal([0, 0, 0]);
  });

  it('[S22] the report has parameters, expectations, the hiatus rule, a check of the weeks kept, and what to do next', async () => {
    const { code, out } = await run('fit', at('shop.csv'), '--until', day(200), '--model', 'bg');
    const text = out.join('\n');
    expect(code).to.equal(0);
    expect(text).to.match(/^purchases {2}BG\/NBD +r \S+ {2}alpha \S+ {2}a \S+ {2}b \S+$/m);
    expect(text).to.match(/^expected in the next \d+\.\d weeks: \S+ purchases a customer$/m);
    expect(text).to.match(/^still customers by the hiatus rule \(3 median gaps, \d+\.\d weeks\): \d+\.\d%$/m);
    expect(text).to.include('Wübben & von Wangenheim');
    expect(text).to.match(/^the \d+\.\d weeks kept: \d+ purchases, \d+ expected$/m);
    expect(text).to.match(/^ {6}0 +40 {4}0\.00/m);
    expect(out.at(-1)).to.match(/^next: .*--out model\.json/);
    expect(text).not.to.match(/NaN|undefined|Infinity/);
    expect(out.slice(1).filter(({ length }) => length > 80)).to.deep.equal([]);
    expect((await run('fit', at('shop.csv'), '--until', day(200), '--model', 'bg')).out).to.deep.equal(out);
  });

  it('[S22] --json is the report as one document', async () => {
    const { code, out } = await run('--json', 'fit', at('shop.csv'), '--until', day(200));
    const report = JSON.parse(out.join('\n')) as { readonly check: { readonly buckets: readonly unknown[] } };
    expect(code).to.equal(0);
    expect(report).to.nested.include({ 'model.format': 'tactful-model', 'model.fit.customers': 60, settled: true });
    expect(report.check.buckets).not.to.have.length(0);
  });

  it('[S22] value that goes with frequency, and parameters left open, are said in words', async () => {
    const rich = PURCHASES.map((line) => {
      const [customer = '', date = ''] = line.split(',');
      return `${customer},${date},${1 + (Number(customer) % 9) ** 2}`;
    });
    await writeFile(at('rich.csv'), ['customer,date,value', ...rich].join('\n'));
    const text = (await run('fit', at('rich.csv'))).out.join('\n');
    expect(text).to.match(/^warning: number and value of purchases go together \(rho 0\.\d\d\)/m);
    expect(text).to.match(/^not identified: \w+(, \w+)* and \w+\n10 times larger or smaller fits as well \(95%\)/m);
  });

  it('[S24] --intent fits sessions, prints figures beside rivals under its label, and writes its own format', async () => {
    const { counts, shares, kinds } = INTENT_COLUMNS;
    const sessions = Array.from({ length: 90 }, (_, index) => {
      const pages = (index % 15) + 1;
      const visitor = index % 4 === 0 ? 'New_Visitor' : 'Returning_Visitor';
      return [
        0,
        0,
        0,
        0,
        pages,
        20 * pages,
        0,
        0.1,
        0,
        'Nov',
        visitor,
        0,
        1,
        (index * 7) % 15 < index % 15 ? 1 : 0,
      ].join();
    });
    await writeFile(at('sessions.csv'), [[...counts, ...shares, ...kinds, 'Revenue'].join(), ...sessions].join('\n'));
    const { code, out, err } = await run('fit', '--intent', at('sessions.csv'), '--out', at('intent.json'));
    expect([code, err]).to.deep.equal([0, []]);
    expect(out[0]).to.match(/: 90 sessions, \d+ with a purchase; session totals, not the intent filter$/);
    for (const name of ['logistic model', 'page count alone', 'base rate']) {
      expect(out.find((line) => line.startsWith(`  ${name}`))).to.match(/ 0\.\d{4} 0\.\d{4}$/);
    }
    expect(JSON.parse(await readFile(at('intent.json'), 'utf8'))).to.include({
      format: 'tactful-intent-model',
      version: 1,
      label: 'session totals, not the intent filter',
    });
    const few = at('few.csv');
    await writeFile(few, [[...counts, ...shares, ...kinds, 'Revenue'].join(), ...sessions.slice(0, 4)].join('\n'));
    expect(await run('fit', '--intent', few)).to.deep.include({ code: 1, out: [] });
  });

  it('[S12] whatever cannot be fitted is one line that names the file and never a value, exit 1, and nothing is written', async () => {
    const bad: readonly (readonly [string, RegExp])[] = [
      ['', /: no rows$/],
      ['customer,date\n', /: no rows$/],
      ['customer,date\n1,hidden\n', /: row 2: date: /],
      ['customer,date,value\n1,2024-01-01,-4711\n', /: row 2: value: below 0/],
      ['customer,date\n1,2024-01-01\n1,2024-01-09\n', /: 1 customer: a fit needs 10 or more$/],
      ['__proto__,date\n1,2024-01-01\n', /: no column for the customer/],
      ['customer,date\n"1,2024', /: not CSV: CSV_/],
      [
        `customer,date\n${Array.from({ length: 20 }, (_, id) => `${id},${day(id)}`).join('\n')}`,
        /: nobody bought on a second day/,
      ],
    ];
    for (const [index, [text, rule]] of bad.entries()) {
      const file = at(`bad-${index}.csv`);
      await writeFile(file, text);
      const { code, out, err } = await run('fit', file, '--out', at('never.json'));
      expect([text, code, out, err.length]).to.deep.equal([text, 1, [], 1]);
      expect(err[0]).to.match(rule);
      expect(err[0])
        .to.include(file)
        .and.not.match(/hidden|4711/);
    }
    expect((await run('fit', at('absent.csv'))).err).to.deep.equal([`tactful: ${at('absent.csv')}: no such file`]);
    expect((await run('fit', at('shop.csv'), '--until', '1999-01-01')).err[0]).to.match(
      /no purchase on or before --until$/,
    );
    expect((await run('fit', at('shop.csv'), '--out', folder)).err[0]).to.match(/: cannot be written, E/);
    const missing = await readFile(at('never.json')).catch(() => 'none');
    expect(missing).to.equal('none');
  });

  it('[S12] a call that is wrong is one line and exit code 2', async () => {
    const wrong = [
      [],
      ['a', 'b'],
      ['a', '--model', 'pareto'],
      ['a', '--until', '2025-02-30'],
      ['a', '--start', '1,1,1'],
      ['a', '--currency', 'euro'],
      ['--intent', 'a', '--currency', 'EUR'],
      ['a', '--start', '1,1,1,0'],
      ['a', '--unknown'],
      ['a', '--catalog', 'x'],
      ['a', '--data', 'x'],
      ['--dataset', 'constructor', '--data', 'x'],
      ['--dataset', 'cdnow'],
      ['a', '--dataset', 'cdnow', '--data', 'x'],
      ['--intent'],
      ['--intent', 'a', '--until', '2025-01-01'],
      ['--intent', 'a', '--dataset', 'cdnow', '--data', 'x'],
    ];
    for (const args of wrong) {
      const { code, out, err } = await run('fit', ...args);
      expect({ args, code, out, lines: err.length }).to.deep.equal({ args, code: 2, out: [], lines: 1 });
      expect(err[0]).to.match(/^tactful: [^\n]+$/);
    }
  });
});
