import { expect } from 'chai';
import { compileCatalog, DEFAULT_MODEL, defaultPurposes } from 'tactful/engine';
import { smallSetting } from '../test/small-shop.js';
import { replayLog } from './replay-log.js';
import type { ReplayReport } from './replay-report.js';
import { readReplaySource } from './replay-source.js';
import { summarizeReplay } from './replay-summary.js';
import { replay } from './replay.js';

const folder = process.env['TACTFUL_DATA'] ?? '';
const FIRST_STEPS = 6;

describe('the real Complete Journey', () => {
  const withData = folder === '' ? it.skip : it;
  const where = folder === '' ? ' (TACTFUL_DATA names no folder)' : '';

  withData(
    `[S8] all 92,331 products compile, 20,832 of them with a price, and a replay repeats itself${where}`,
    async () => {
      const gate = { purposes: defaultPurposes(), consent: { personalization: 'in' } } as const;
      const source = await readReplaySource({ kind: 'completejourney', folder, household: undefined }, gate);
      expect(source.problems).to.deep.equal([]);
      expect(source.about).to.equal('household 718: 194 lines in 107 baskets');
      const catalog = compileCatalog(source.catalog, DEFAULT_MODEL);
      expect(catalog.offers).to.have.length(92_331);
      expect(catalog.offers.filter(({ promotional }) => promotional)).to.have.length(20_832);
      // The first level of the path is the department: a slash inside a name must not make levels.
      expect(catalog.categoryCounts[0]).to.equal(32);
      expect(catalog.categoryCounts).to.have.length(3);
      const setting = { ...smallSetting(), catalog };
      const steps = source.steps.slice(0, FIRST_STEPS);
      const decisions = [...replay(steps, setting)];
      expect([...replay(steps, setting)].map(({ trace }) => trace)).to.deep.equal(decisions.map(({ trace }) => trace));
      const { hits, ...counted } = summarizeReplay(decisions, catalog);
      expect(counted.decisions).to.equal(FIRST_STEPS / 2);
      expect(counted.silences.reduce((sum, { count }) => sum + count, counted.shown)).to.equal(FIRST_STEPS / 2);
      expect(hits?.baskets).to.equal(counted.shown);
    },
  );

  withData(
    `[S156] over a whole history 40 % to 85 % of chances with something to say end in silence${where}`,
    async () => {
      const printed: string[] = [];
      const output = { out: (line: string) => void printed.push(line), err: () => undefined };
      const files = { kind: 'completejourney', folder, household: undefined } as const;
      expect(await replayLog(files, { output, json: true, watched: true, stopwatch: () => 0 })).to.equal(0);
      const { about, summary } = JSON.parse(printed.join('\n')) as ReplayReport;
      expect(about).to.equal('household 718: 194 lines in 107 baskets');
      expect(summary.decisions).to.equal(107);
      expect(summary.money.eligible).to.be.above(90);
      expect(summary.money.silentShare).to.be.within(0.4, 0.85);
    },
  );
});
