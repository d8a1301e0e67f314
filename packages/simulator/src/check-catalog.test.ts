import { expect } from 'chai';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ran, type Ran } from '../test/ran.js';
import type { JsonObject } from 'tactful/engine';
import { RSS_FEED, TSV_FEED } from '../test/small-feeds.js';
import { checkCatalog } from './check-catalog.js';
import { CHECK_HELP, COMPILE_HELP } from './check-help.js';
import { readCheckCall } from './check-request.js';
import { compileCatalogFile } from './compile-catalog-file.js';
import { readCompileCall } from './compile-request.js';

let folder = '';
const place = (name: string): string => path.join(folder, name);

async function run(command: 'check' | 'compile', ...args: readonly string[]): Promise<Ran> {
  const call = command === 'check' ? readCheckCall(args) : readCompileCall(args);
  if (typeof call === 'string') return { code: 2, out: [], err: [call] };
  if (call.kind === 'check') return ran((output) => checkCatalog(call.request, { output, json: call.json }));
  if (call.kind === 'compile') return ran((output) => compileCatalogFile(call.request, { output, json: call.json }));
  return { code: 0, out: [call.kind], err: [] };
}

const HOSE: JsonObject = {
  id: 'hose',
  class: 'inform',
  content: { en: { title: 'Garden hose, 20 m', text: 'Does not kink.' } },
};
const catalogOf = (...offers: readonly JsonObject[]): string =>
  JSON.stringify({ format: 'tactful-catalog', version: '1', currency: 'EUR', offers });

describe('tactful check and compile', () => {
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tactful-check-'));
    await writeFile(place('feed.xml'), RSS_FEED);
    await writeFile(place('feed.tsv'), TSV_FEED);
    await writeFile(place('good.json'), catalogOf(HOSE));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('[S53] prints findings offer by offer, whatever rule and part of the file they are from', async () => {
    const content = { en: { title: 'HURRY NOW' } };
    await writeFile(
      place('bad.json'),
      catalogOf({ ...HOSE, content }, { ...HOSE, id: 'b', price: 1.5 }, { ...HOSE, id: 'c', content }),
    );
    const { code, out, err } = await run('check', place('bad.json'));
    expect([code, err]).to.deep.equal([1, []]);
    expect(out.map((line) => `${line.split(':')[0] ?? ''}${/ \[[\w-]+\]$/.exec(line)?.[0] ?? ''}`)).to.deep.equal([
      'warning [no-text]',
      'offers[0].content.en.title [pressing]',
      'offers[0].content.en.title [shouting]',
      'offers[1].price [schema]',
      'warning [no-text]',
      'offers[2].content.en.title [pressing]',
      'offers[2].content.en.title [shouting]',
      place('bad.json'),
    ]);
    expect(out.at(-1)).to.equal(`${place('bad.json')}: 5 problems, 2 warnings, 2 usable offers`);
    const json = await run('check', place('bad.json'), '--json');
    const told = JSON.parse(json.out.join('\n')) as { readonly problems: readonly JsonObject[] };
    expect(told).to.include({ file: place('bad.json'), kind: 'catalog', usable: 2 });
    expect(told.problems).to.have.length(7);
    expect(told.problems[0]).to.have.keys('rule', 'level', 'offer', 'path', 'found', 'fix');
  });

  it('[S53] warnings alone pass, and a good file has one line', async () => {
    await writeFile(place('warned.json'), catalogOf({ ...HOSE, content: { en: { title: 'Garden hose' } } }));
    const warned = await run('check', place('warned.json'));
    expect([warned.code, warned.out.length]).to.deep.equal([0, 2]);
    expect(await run('check', place('good.json'))).to.deep.equal({
      code: 0,
      out: [`${place('good.json')}: 0 problems, 1 usable offers`],
      err: [],
    });
    const feed = await run('check', place('feed.xml'));
    expect([feed.code, feed.out]).to.deep.equal([0, [`${place('feed.xml')}: 0 problems, 4 usable products`]]);
  });

  it('[S53] a moment, purposes, a policy and a model are taken from options and files', async () => {
    const offer = { ...HOSE, needs: ['health'], validThrough: '2026-05-01T00:00:00Z' };
    await writeFile(place('old.json'), catalogOf(offer));
    await writeFile(place('purposes.json'), JSON.stringify({ purposes: [{ id: 'personalization' }] }));
    await writeFile(place('policy.json'), JSON.stringify({ inbound: { perVisit: 9 } }));
    await writeFile(place('model.json'), JSON.stringify({ lambdaShopper: 0 }));
    const files = [
      '--purposes',
      place('purposes.json'),
      '--policy',
      place('policy.json'),
      '--model',
      place('model.json'),
    ];
    const { code, out } = await run('check', place('old.json'), '--at', '2026-06-01', ...files);
    expect([code, out.slice(0, -1).map((line) => / \[([\w-]+)\]$/.exec(line)?.[1])]).to.deep.equal([
      1,
      ['policy-above-norm', 'model-without-tact', 'past', 'unknown-purpose'],
    ]);
  });

  it('[S157] a picture with an address is a problem, but for a page that says images: reveal', async () => {
    const content = {
      en: { title: 'Garden hose, 20 m', text: 'Does not kink.', image: 'https://shop.example/hose.webp' },
    };
    await writeFile(place('pictured.json'), catalogOf({ ...HOSE, content }));
    const refused = await run('check', place('pictured.json'));
    expect(refused.code).to.equal(1);
    expect(refused.out[0]).to.match(
      /^offers\[0\]\.content\.en\.image: .* or with images: "reveal" an address \[schema\]$/,
    );
    expect((await run('check', place('pictured.json'), '--images', 'reveal')).code).to.equal(0);
  });

  it('[S54] every wrong call is a text in one line', async () => {
    const wrong: readonly (readonly ['check' | 'compile', ...(readonly string[])])[] = [
      ['check'],
      ['check', 'a', 'b'],
      ['check', 'a', '--at', 'soon'],
      ['check', 'a', '--currency', 'euro'],
      ['check', 'a', '--images', 'inline'],
      ['compile'],
      ['compile', 'a', 'b'],
      ['compile', 'a', '--lang', 'fr'],
      ['compile', 'a', '--at', '31-12-2026'],
      ['compile', 'a', '--currency', 'eur'],
    ];
    for (const [command, ...args] of wrong) {
      const { code, out, err } = await run(command, ...args);
      expect([code, out.length, err.length], args.join(' ')).to.deep.equal([2, 0, 1]);
      expect(err[0]).to.match(/^[^\n]+$/);
    }
  });

  it('[S54] help of both is one screen', () => {
    for (const help of [CHECK_HELP, COMPILE_HELP]) {
      expect(help.split('\n').length).to.be.at.most(24);
      expect(Math.max(...help.split('\n').map(({ length }) => length))).to.be.at.most(80);
    }
    expect(readCheckCall(['--help'])).to.deep.equal({ kind: 'check-help' });
    expect(readCompileCall(['--help'])).to.deep.equal({ kind: 'compile-help' });
  });

  it('[S54] text of the file cannot steer the terminal', async () => {
    const nasty = 'HOSE\u001b[2J\u009b31m\u202e PIPE';
    await writeFile(
      place('nasty.json'),
      catalogOf(
        { ...HOSE, content: { [nasty]: { title: nasty }, en: { title: nasty } } },
        { ...HOSE, id: 'b', [nasty]: 1 },
      ),
    );
    await writeFile(place('nasty.csv'), `id,title,price,${nasty}\na,${nasty},"1,00",x\n${nasty},Hose,,y`);
    const ran = [
      await run('check', place('nasty.json')),
      await run('check', place('nasty.csv')),
      await run('compile', place('nasty.csv')).catch((error: unknown) => ({ code: 1, out: [], err: [String(error)] })),
    ];
    for (const { code, out, err } of ran) {
      expect(code).to.equal(1);
      expect([...out, ...err].join(''))
        .to.match(/\S/)
        .and.not.match(/[\p{Cc}\u202e]/u);
    }
  });

  it('[S55] compile prints a catalogue alone on standard output, or writes it', async () => {
    const printed = await run('compile', place('feed.xml'), '--offers');
    expect([printed.code, printed.err]).to.deep.equal([
      0,
      [`${place('feed.xml')}: 2 products, 3 offers, 1 not available and left out`],
    ]);
    const catalog = JSON.parse(printed.out.join('\n')) as JsonObject;
    expect(catalog).to.include({ format: 'tactful-catalog', currency: 'EUR' });
    const written = await run('compile', place('feed.xml'), '--offers', '--out', place('catalog.json'));
    expect(JSON.parse(await readFile(place('catalog.json'), 'utf8'))).to.deep.equal(catalog);
    expect([written.code, written.out, written.err]).to.deep.equal([
      0,
      [`${place('catalog.json')}: 2 products, 3 offers, 1 not available and left out`],
      [],
    ]);
    const json = await run('compile', place('feed.xml'), '--out', place('catalog.json'), '--json');
    expect(JSON.parse(json.out.join(''))).to.include({ products: 3, offers: 0 });
  });

  it('[S55] problems go to standard error and fail the command, while the rest is compiled', async () => {
    const { code, out, err } = await run('compile', place('feed.tsv'));
    expect([code, JSON.parse(out.join('\n'))]).to.deep.include(1);
    expect(err).to.deep.equal([
      'row[3].lowest_price_30d: nothing; should be: the lowest price of the 30 days before the reduction',
      `${place('feed.tsv')}: 2 products, 0 offers, 0 not available and left out`,
    ]);
    for (const [name, text, message] of [
      ['none.csv', 'id,title,price\na,b,c', /no usable product$/],
      ['catalog.json', catalogOf(HOSE), /a catalogue is checked, not compiled$/],
      ['broken.xml', '<rss><channel>', /not XML: /],
    ] as const) {
      await writeFile(place(name), text);
      const error: unknown = await run('compile', place(name)).catch((thrown: unknown) => thrown);
      expect(error).to.be.an('error').with.property('message').that.matches(message);
    }
  });
});
