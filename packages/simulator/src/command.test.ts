import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTactful, type Ran } from '../test/ran.js';
import { gzipSync } from 'node:zlib';
import type { JsonObject } from 'tactful/engine';
import { NOON, SMALL_CATALOG } from '../test/small-shop.js';

let folder = '';

const run = (...args: readonly string[]): Promise<Ran> => runTactful(args);

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const place = path.join(folder, name);
  await writeFile(place, content);
  return place;
}

/** Six looks at garden products, then a page view. */
const LOG = [1, 2, 3]
  .flatMap((count): readonly JsonObject[] => {
    const items = [
      { item_id: `garden-${String(count)}`, item_category: 'garden', item_category2: 'garden b', price: 40 },
    ];
    return [
      { name: 'select_item', at: NOON + count * 1000, params: { currency: 'EUR', items } },
      {
        name: 'view_item',
        at: NOON + count * 1000 + 1,
        params: { currency: 'EUR', engagement_time_msec: 20_000, items },
      },
    ];
  })
  .concat([{ name: 'page_view', at: NOON + 9000, params: {} }])
  .map((row) => JSON.stringify(row))
  .join('\n');

describe('the command', () => {
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tactful-command-'));
    await file('catalog.json', JSON.stringify(SMALL_CATALOG));
    await file('log.jsonl', LOG);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const at = (name: string): string => path.join(folder, name);
  const files = (): readonly string[] => ['--catalog', at('catalog.json'), '--events', at('log.jsonl')];

  it('[S14] help is one screen on stdout and names only what works', async () => {
    const { code, out, err } = await run('--help');
    const lines = out.join('\n').split('\n');
    expect([code, err]).to.deep.equal([0, []]);
    expect(lines.length).to.be.at.most(24);
    expect(Math.max(...lines.map(({ length }) => length))).to.be.at.most(80);
    const named = lines.flatMap((line) => /^ {2}tactful (\w+)/.exec(line)?.[1] ?? []);
    expect(named).to.include.members(['check', 'compile', 'replay', 'profile', 'fit', 'evaluate', 'simulate']);
    for (const command of named) {
      expect((await run(command, '--unknown')).err.join(), command).not.to.contain('unknown command');
    }
  });

  it('[S12] every call that is wrong is one line on stderr and exit code 2', async () => {
    const wrong = [
      [],
      ['frobnicate'],
      ['check'],
      ['check', 'a', 'b'],
      ['check', 'a', '--events', 'b'],
      ['compile'],
      ['compile', 'a', '--events', 'b'],
      ['replay'],
      ['replay', 'x', ...files()],
      ['replay', '--catalog', 'x'],
      ['replay', '--dataset', 'unknown', '--data', 'x'],
      ['replay', '--dataset', 'completejourney'],
      ['replay', ...files(), '--household', '3'],
      ['replay', '--dataset', 'completejourney', '--data', 'x', '--household', 'x'],
      ['replay', '--dataset', 'completejourney', '--data', 'x', ...files()],
      ['replay', '--unknown'],
      ['replay', '--catalog'],
    ];
    for (const args of wrong) {
      const { code, out, err } = await run(...args);
      expect({ args, code, out, lines: err.length }).to.deep.equal({ args, code: 2, out: [], lines: 1 });
      expect(err[0]).to.match(/^tactful: [^\n]+$/);
    }
  });

  it('[S12] every file that cannot be used is one line that names it, and exit code 1', async () => {
    const broken = await file('broken.json', '{"format":\n"tactful-catalog",\n"offers": [}');
    const empty = await file('empty.jsonl', '');
    const refused = await file('refused.jsonl', '{"name": "view_item"}');
    const none = await file('none.json', JSON.stringify({ ...SMALL_CATALOG, offers: [] }));
    const zip = await file('broken.gz', gzipSync('x'.repeat(100)).subarray(0, 20));
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [['check', at('missing.json')], `${at('missing.json')}: no such file`],
      [['check', broken], `${broken}: not JSON: `],
      [['check', zip], `${zip}: cannot be read, `],
      [['replay', '--catalog', at('catalog.json'), '--events', empty], `${empty}: no usable row`],
      [
        ['replay', '--catalog', at('catalog.json'), '--events', refused],
        `${refused}: no usable row: row 1: at: not a number`,
      ],
      [['replay', '--catalog', none, '--events', at('log.jsonl')], `${none}: no offers`],
      [['replay', '--catalog', at('log.jsonl'), '--events', at('log.jsonl')], `${at('log.jsonl')}: not JSON: `],
    ];
    for (const [args, message] of wrong) {
      const { code, out, err } = await run(...args);
      expect({ args, code, out, lines: err.length }).to.deep.equal({ args, code: 1, out: [], lines: 1 });
      expect(err[0]).to.match(/^tactful: [^\n]+$/);
      expect(err[0]).to.contain(message);
    }
    const data = await run('replay', '--dataset', 'completejourney', '--data', folder);
    expect([data.code, data.err.at(-1)]).to.deep.equal([1, `tactful: ${at('catalogue.csv.gz')}: no such file`]);
  });

  const good = {
    ...(SMALL_CATALOG['offers'] as readonly JsonObject[])[0],
    content: { en: { title: 'Garden hose', text: 'Does not kink.', action: { label: 'Look', url: '/hose' } } },
  };

  it('[S15] check prints every problem with path, found and fix, and exits 1', async () => {
    const bad = await file(
      'bad.json',
      JSON.stringify({ ...SMALL_CATALOG, offers: [good, { ...good, id: 'b', price: 24.95 }, good] }),
    );
    const { code, out, err } = await run('check', bad);
    expect([code, err]).to.deep.equal([1, []]);
    expect(out).to.have.length(3);
    expect(out[0]).to.match(/^offers\[1\]\.price: 24\.95; should be: /);
    expect(out[1]).to.match(/^offers\[2\]\.id: "offer-garden-a"; should be: unique/);
    expect(out[2]).to.equal(`${bad}: 2 problems, 1 usable offers`);
    const json = await run('check', bad, '--json');
    expect(JSON.parse(json.out.join('\n'))).to.nested.include({ usable: 1, 'problems[0].path': 'offers[1].price' });
  });

  it('[S15] check of a good catalogue exits 0, packed or not and of any size', async () => {
    const offers = Array.from({ length: 10_001 }, (_, index) => ({ ...good, id: String(index) }));
    const large = await file('large.json.gz', gzipSync(JSON.stringify({ ...SMALL_CATALOG, offers })));
    expect(await run('check', large)).to.deep.equal({
      code: 0,
      out: [`${large}: 0 problems, 10001 usable offers`],
      err: [],
    });
  });

  it('[S16] replay prints one line for each decision, then the figures, the money line last', async () => {
    const { code, out, err } = await run('replay', ...files());
    expect([code, err]).to.deep.equal([0, []]);
    expect(out[0]).to.match(
      /^2026-06-01T12:00:09\+00:00 {2}offer "garden [a-d]" {2}.*garden.* {2}utility \d+\.\d\d {2}0\.00 ms$/,
    );
    expect(out).to.include('decisions         1');
    expect(out).to.include('offers shown      1 (suggest 1)');
    const money = out.findIndex((line) => line.startsWith('money line '));
    expect(out[money - 1]).to.equal('time per decision median 0.00 ms, p99 0.00 ms');
    expect(out[money]).to.contain('elicited; nothing is measured');
    expect(out.slice(money).join('\n')).to.match(/expected margin +EUR \d\.\d\d more than by silence/);
  });

  it('[S16] --json is one document with the same decisions and figures, and twice the same', async () => {
    const { code, out } = await run('replay', ...files(), '--json');
    expect(code).to.equal(0);
    expect(JSON.parse(out.join('\n'))).to.nested.include({
      'summary.decisions': 1,
      'summary.shown': 1,
      'summary.money.currency': 'EUR',
      'summary.money.eligible': 1,
      'summary.money.silentShare': 0,
      'decisions[0].outcome': 'offer',
      'offers.compiled': 32,
    });
    expect((await run('replay', ...files(), '--json')).out).to.deep.equal(out);
  });

  it('[S7] refused rows are told on stderr and the rest is replayed', async () => {
    const mixed = await file('mixed.jsonl', `${LOG}\n{"name": "hidden-name", "at": 1}\n`);
    const { code, out, err } = await run('replay', '--catalog', at('catalog.json'), '--events', mixed);
    expect(code).to.equal(0);
    expect(err).to.deep.equal(['refused: row 8: name: unknown event']);
    expect(out).to.include(`${mixed}: 7 rows, 1 refused`);
  });
});
