import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTactful, type Ran } from '../test/ran.js';
import { SMALL_CATALOG } from '../test/small-shop.js';
import type { Simulation } from './simulate-run.js';

const run = (...args: readonly string[]): Promise<Ran> => runTactful(['simulate', ...args], false);

const FEW = ['--shoppers', '5', '--policies', 'silence,blast'] as const;

describe('the command simulate', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tactful-simulate-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function file(name: string, content: unknown): Promise<string> {
    const place = path.join(folder, name);
    await writeFile(place, JSON.stringify(content));
    return place;
  }

  it('[S72] prints a table of one screen that says what it is', async () => {
    const { code, out, err } = await run(...FEW, '--seeds', '2');
    expect([code, err]).to.deep.equal([0, []]);
    expect(out[0]).to.equal(
      'world essays: 5 shoppers x seeds 1 to 2, 180 days, privacy mix essays; synthetic; for teaching',
    );
    expect(out.length).to.be.at.most(24);
    expect(Math.max(...out.map(({ length }) => length))).to.be.at.most(120);
    expect(out.filter((line) => /^(silence|blast) /.test(line)).length).to.equal(2);
  });

  it('[S72] --json is the simulation itself; help is one screen', async () => {
    const { out } = await run(...FEW, '--json', '--world', 'nullAnnoyance');
    const simulation = JSON.parse(out.join('\n')) as Simulation;
    expect([simulation.world, simulation.label]).to.deep.equal(['nullAnnoyance', 'synthetic; for teaching']);
    expect(simulation.policies.map(({ policy }) => policy)).to.deep.equal(['silence', 'blast']);
    const help = (await run('--help')).out.join('\n').split('\n');
    expect(help.length).to.be.at.most(24);
    expect(Math.max(...help.map(({ length }) => length))).to.be.at.most(80);
  });

  it('[S72] every wrong call is one line and exit code 2', async () => {
    const wrong = [
      ['x'],
      ['--world', 'mars'],
      ['--policies', 'blast,shout'],
      ['--policies', 'class'],
      ['--privacy', 'none'],
      ['--shoppers', '0'],
      ['--shoppers', '1e3'],
      ['--seeds', '-1'],
      ['--unknown'],
    ];
    for (const args of wrong) {
      const { code, out, err } = await run(...args);
      expect({ args, code, out, lines: err.length }).to.deep.equal({ args, code: 2, out: [], lines: 1 });
    }
  });

  it('[S73] a catalogue brings what is sold; a policy what tactful obeys, the rest as shipped', async () => {
    const catalog = await file('catalog.json', SMALL_CATALOG);
    const policy = await file('policy.json', { inbound: { perVisit: 0, caps: [] } });
    const all = ['--shoppers', '12', '--policies', 'tactful', '--json'];
    const read = async (...more: readonly string[]): Promise<Simulation['policies'][number] | undefined> =>
      (JSON.parse((await run(...all, ...more)).out.join('\n')) as Simulation).policies[0];
    const usual = await read();
    expect(usual?.inbound).to.be.above(0);
    expect((await read('--policy', policy))?.inbound).to.equal(0);
    expect((await read('--catalog', catalog))?.profit).not.to.equal(usual?.profit);
  });

  it('[S73] a file that cannot be used is one line that names it, and exit code 1', async () => {
    const strange = await file('strange.json', { inbound: { perVist: 1 } });
    const typed = await file('typed.json', { wear: { gate: 'much' } });
    const capped = await file('capped.json', { sameOffer: [{ cap: '3', period: 'P7D' }] });
    const empty = await file('empty.json', { ...SMALL_CATALOG, offers: [] });
    const wrong = [
      ['--policy', strange, 'inbound.perVist: not known'],
      ['--policy', typed, 'wear.gate: should be: a number'],
      ['--policy', capped, 'sameOffer[0].cap: should be: a number'],
      ['--catalog', empty, 'offers: a world needs'],
      ['--catalog', path.join(folder, 'none.json'), 'no such file'],
    ] as const;
    for (const [option, name, why] of wrong) {
      const { code, err } = await run(...FEW, option, name);
      expect({ code, lines: err.length }).to.deep.equal({ code: 1, lines: 1 });
      expect(err[0]).to.contain(`${name}: ${why}`);
    }
  });
});
