import { expect } from 'chai';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ran, runTactful, type Ran } from '../test/ran.js';
import { EVALUATION_PARTS, type EvaluationPart } from './evaluate-parts.js';
import { evaluateProfile } from './evaluate-profile.js';
import { onlineRetailInvoices } from './online-retail-invoices.js';

let folder = '';

const command = (...args: readonly string[]): Promise<Ran> => runTactful(args);

const part = (title: string, bars: readonly boolean[]): EvaluationPart => ({
  title,
  folders: ['shop'],
  evaluate: () =>
    Promise.resolve([
      {
        title,
        rows: [
          { name: 'tactful', share: 0.5, people: 3 },
          { name: 'rival', share: 0.25, people: 3, 'share: ours - rival': { value: 0.25, low: -0.1, high: 0.6 } },
        ],
        bars: bars.map((met) => ({ met, words: 'share: as said' })),
        notes: ['made up'],
      },
    ]),
});
const broken: EvaluationPart = {
  title: 'broken',
  folders: ['shop'],
  evaluate: () => Promise.reject(new Error('lines.csv:\n not CSV')),
};
const evaluated = (parts: readonly EvaluationPart[], json = false): Promise<Ran> =>
  ran((output) => evaluateProfile(folder, { output, json, parts }));

/** Made up, in the shape of the data set: three customers, one invoice typed across a minute, one cancelled. */
const INVOICES = `invoice,customer,datetime,country
1,a,2011-01-03 10:00,X
1,a,2011-01-03 10:01,X
2,a,2011-01-10 10:00,X
C3,a,2011-01-11 10:00,X
4,a,2011-01-17 10:00,X
5,b,2011-01-05 10:00,X
6,b,2011-01-06 10:00,X
7,b,2011-02-05 10:00,X
8,c,2011-02-05 10:00,X
9,c,2011-02-06 10:00,X
`;
const LINES = `invoice,stock_code,quantity,unit_price
1,hose,1,2.5
1,hose,2,2.5
1,tap,1,0
2,hose,1,2.5
C3,hose,-1,2.5
4,hose,1,2.5
5,tap,1,1
6,tap,1,1
7,hose,1,2.5
8,tap,-1,1
9,tap,1,1
`;

describe('evaluate profile', () => {
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tactful-evaluate-'));
    await mkdir(path.join(folder, 'shop'));
    await mkdir(path.join(folder, 'online_retail'));
    await writeFile(path.join(folder, 'online_retail', 'invoices.csv.gz'), gzipSync(INVOICES));
    await writeFile(path.join(folder, 'online_retail', 'lines.csv.gz'), gzipSync(LINES));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('[S25] prints a table for each part with its bars and notes, and exits 0 when all are met', async () => {
    const { code, out, err } = await evaluated([part('Good', [true])]);
    expect([code, err]).to.deep.equal([0, []]);
    expect(out).to.deep.equal([
      'Good',
      '            share  people         share: ours - rival',
      '  tactful  0.5000       3',
      '  rival    0.2500       3  +0.2500 [-0.1000, +0.6000]',
      '  bar: met  share: as said',
      '  note: made up',
      '',
      '1 bars: 1 met, 0 missed',
    ]);
  });

  it('[S25] a missed bar is said and exits 1, and --json is the same', async () => {
    const { code, out } = await evaluated([part('Good', [true]), part('Bad', [true, false])], true);
    expect(code).to.equal(1);
    const report = JSON.parse(out.join('\n')) as unknown;
    expect(report).to.nested.include({ 'bars.met': 2, 'bars.missed': 1, 'sections[1].title': 'Bad' });
    expect(report).to.nested.include({ 'sections[0].rows[1].share: ours - rival.low': -0.1 });
    const words = await evaluated([part('Bad', [false])]);
    expect([words.code, words.out.includes('  bar: missed  share: as said')]).to.deep.equal([1, true]);
  });

  it('[S25] what is not there is said and the others go on; only with nothing left it exits 1', async () => {
    const elsewhere = { ...part('Gone', [true]), folders: ['shop', 'gone'] };
    const { code, out } = await evaluated([elsewhere, part('Good', [true])]);
    expect(code).to.equal(0);
    expect(out.slice(0, 4)).to.deep.equal(['Gone', `  not there: ${path.join(folder, 'gone')}`, '', 'Good']);
    const nothing = await evaluated([elsewhere]);
    expect(nothing.code).to.equal(1);
    expect(nothing.err).to.deep.equal([`tactful: ${folder}: none of the data sets is there: shop, gone`]);
  });

  it('[S25] how far it is goes to whoever watches, and words stay within 100 columns', async () => {
    const seen: string[] = [];
    const wordy = {
      ...part('Good', [true]),
      evaluate: () => Promise.resolve([{ title: 'Good', rows: [], notes: ['note '.repeat(50)] }]),
    };
    const { err, out } = await ran((output) =>
      evaluateProfile(folder, { output, json: false, parts: [wordy], progress: (line) => void seen.push(line) }),
    );
    expect([err, seen]).to.deep.equal([[], ['1 of 1: Good']]);
    expect(out.every(({ length }) => length <= 100)).to.equal(true);
  });

  it('[S25] what cannot be read is one line, the others go on, and it exits 1', async () => {
    const { code, out } = await evaluated([broken, part('Good', [true])]);
    expect(code).to.equal(1);
    expect(out.slice(0, 4)).to.deep.equal(['broken', '  failed: lines.csv: not CSV', '', 'Good']);
  });

  it('[S28] an invoice counts once, with what it sold: no cancellation, no line without pieces or price', async () => {
    const invoices = await onlineRetailInvoices(folder);
    expect(invoices.map(({ id, items }) => [id, ...items])).to.deep.equal([
      ['1', 'hose'],
      ['5', 'tap'],
      ['6', 'tap'],
      ['2', 'hose'],
      ['4', 'hose'],
      ['7', 'hose'],
      ['9', 'tap'],
    ]);
  });

  it('[S25] the command evaluates what is there', async () => {
    const { out } = await command('evaluate', 'profile', '--data', folder);
    expect(out).to.include('Last basket: Online Retail');
    expect(out).to.include('  2 customers with at least 3 invoices: the items of the last one, 10 guesses');
    expect(out).to.include(`  not there: ${path.join(folder, 'completejourney')}`);
  });

  it('[S12] a wrong call is one line and exit code 2', async () => {
    for (const wrong of [
      ['evaluate'],
      ['evaluate', 'profile'],
      ['evaluate', 'policy', '--data', folder],
      ['evaluate', 'profile', 'x', '--data', folder],
      ['evaluate', 'profile', '--data', folder, '--events', 'x'],
    ]) {
      const { code, out, err } = await command(...wrong);
      expect([code, out, err.length], wrong.join(' ')).to.deep.equal([2, [], 1]);
    }
  });

  const data = process.env['TACTFUL_DATA'] ?? '';
  const withData = data === '' ? it.skip : it;
  withData(
    `[S34] on the real sets no bar is missed${data === '' ? ' (TACTFUL_DATA names no folder)' : ''}`,
    async () => {
      const { code, out } = await ran((output) =>
        evaluateProfile(data, { output, json: false, parts: EVALUATION_PARTS }),
      );
      expect(out.filter((line) => line.startsWith('  bar: missed'))).to.deep.equal([]);
      expect(out.filter((line) => line.startsWith('  bar: met')).length).to.be.at.least(4);
      expect(code).to.equal(0);
    },
  );
});
