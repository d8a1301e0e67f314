// Parts of `npm run faults` in their short form, and their controls, which must fail.
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { describe, it } from 'node:test';
import { enginesOf, findParts, noticed, runControl, runPart, sizeOf } from './faults/frame.mjs';

const TIMEOUT = 240_000;
/** The rule that a part shows; of one that is not named here, the rule of all. */
const RULES = {
  'last-click': '[T18] ',
  kill: '[R82] ',
  tabs: '[R83] ',
  withdrawal: '[R84] ',
  sweep: '[R85] ',
  'disk-full': '[R86] ',
  damage: '[R87] ',
  erase: '[R88] ',
  'long-session': '[R89] ',
};
/** Left to `npm run faults`, in these engines. */
const LEFT_OUT = {
  damage: ['chromium', 'firefox'],
  erase: ['chromium', 'firefox'],
};
const seed = Number(process.env.TACTFUL_SEED ?? Date.now() % 2 ** 31);
const progress = () => undefined;

const lineOf = ({ what, figure, wanted }) => `${what}: ${figure} (wanted ${wanted})`;

const enginesIn = (part) => enginesOf(part).filter((engine) => !LEFT_OUT[part.name]?.includes(engine));

const parts = [];
for (const part of await findParts()) {
  if (enginesIn(part).length > 0) parts.push({ ...part, skipped: (await part.skip?.()) ?? false });
}

// much of the time of a part is waiting for a browser to start, to end or to give up: as many at once as there are cores
describe('faults', { concurrency: availableParallelism() }, () => {
  for (const part of parts) {
    for (const engine of enginesIn(part)) {
      const size = sizeOf(part, engine, { short: true });

      describe(`faults: ${part.name} (${engine})`, { concurrency: 1 }, () => {
        const skip = part.skipped;

        it(`${RULES[part.name] ?? '[R80] '}keeps what is promised`, { timeout: TIMEOUT, skip }, async (t) => {
          const { figures } = await runPart({ ...part, control: undefined }, { engine, size, seed, resume: false });
          t.diagnostic(`seed ${seed}`);
          for (const figure of figures) t.diagnostic(lineOf(figure));
          assert.deepEqual(figures.filter(({ ok }) => !ok).map(lineOf), []);
          assert.ok(figures.length > 0, 'no figures');
        });

        it('[R81] planted fault: fails with the defence taken away', { timeout: TIMEOUT, skip }, async (t) => {
          const { figures } = await runControl(part, { engine, size, seed, progress });
          for (const figure of figures) t.diagnostic(lineOf(figure));
          assert.ok(noticed(figures), 'the part would not notice');
        });
      });
    }
  }
});
