import { expect } from 'chai';
import fc from 'fast-check';
import {
  decide,
  foldLog,
  HOUR_MS,
  localDay,
  mergeLogs,
  MINUTE_MS,
  type Event,
  type Folded,
  type OfferClass,
} from '../../src/engine/index.js';
import { ENGINE, type Engine } from './engine-under-test.js';
import { hold, type Law } from './law.js';
import { quietUntil } from './naive-reading.js';
import { chosenIn } from './permission-laws.js';
import { afterwards, decideAt, pick, rowsOf, scenes, type Draft, type Scene } from './scenes.js';

const later = (scene: Scene, ms: number): Scene => ({ ...scene, now: { ...scene.now, at: scene.now.at + ms } });

/** I-4: in a quiet time nothing is said, through whatever channel and to whatever question, however the clock is moved back. */
export const quietIsQuietEverywhere: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(scenes, fc.constantFrom(1, MINUTE_MS, HOUR_MS), fc.integer({ min: -1, max: 1 }), (scene, ms, turn) => {
      const until = scene.now.at + 2 + ms;
      const hushed = afterwards(scene, [['quiet_set', { until }]]);
      const { decision } = decideAt(later(hushed, Math.min(turn * HOUR_MS, ms - 1)), engine);
      expect(decision.offers).to.deep.equal([]);
      expect(decision.silence?.leave === 'empty' || decision.silence?.reason === 'NO_CONSENT').to.equal(true);
      if (scene.now.at < quietUntil(scene.log)) expect(decideAt(scene, engine).decision.offers).to.deep.equal([]);
    }),
    trial,
  );

/** What the law of merged quiet times is about. */
export interface Merging {
  readonly merge: typeof mergeLogs;
  readonly fold: typeof foldLog;
}

/** Merging as it is shipped. */
export const MERGING: Merging = { merge: mergeLogs, fold: foldLog };

const quietRows = (tab: string): fc.Arbitrary<readonly Event[]> =>
  fc.array(fc.tuple(fc.nat(40), fc.integer({ min: -2, max: 30 })), { maxLength: 6 }).map((made) =>
    made
      .map(([hour, hours]): readonly [number, Draft] => [
        hour * HOUR_MS,
        hours < 0 ? ['quiet_ended', {}] : ['quiet_set', { until: (hour + hours) * HOUR_MS }],
      ])
      .sort(([a], [b]) => a - b)
      .flatMap(([at, draft], n) =>
        rowsOf([draft], { at, tab }).map((row) => ({ ...row, id: `${tab}:${String(n + 1)}` })),
      ),
  );

/** I-5: of two logs that become one the longest quiet time stands, but for what the shopper ended. */
export const mergingShortensNoQuiet: Law<Merging> = ({ merge, fold }, trial) =>
  hold(
    fc.property(scenes, quietRows('a'), quietRows('b'), (scene, a, b) => {
      const { catalog, model } = scene;
      const read = (events: readonly Event[]): number =>
        fold(events, { catalog, model, wearHalfLifeDays: 7 }).quiet?.value ?? -Infinity;
      const { events } = merge({ events: a, erasures: [] }, { events: b, erasures: [] });
      const both = read(events);
      expect(both).to.equal(quietUntil([...a, ...b]));
      for (const [own, other] of [
        [a, b],
        [b, a],
      ] as const)
        if (!other.some(({ name }) => name === 'quiet_ended')) expect(both).to.be.at.least(read(own));
    }),
    trial,
  );

const BUSY: readonly Draft[] = [
  ['begin_checkout', {}],
  ['task_started', { task_id: 'form' }],
  ['purchase', { items: [{ item_id: 'p1', item_category: 'garden' }], transaction_id: 'new' }],
];
const ASKS_OR_SELLS: readonly OfferClass[] = ['suggest', 'complement', 'coupon', 'question'];

/** I-8: who is in the middle of something, or has just bought, is neither sold to nor asked anything. */
export const whoIsBusyIsLeftAlone: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(scenes, fc.nat(2), fc.constantFrom(0, MINUTE_MS, 14 * MINUTE_MS), (scene, which, ms) => {
      const busy = afterwards(scene, [pick(BUSY, which)]);
      const then = later(busy, ms);
      // A task belongs to its visit, and that ends at midnight.
      fc.pre(localDay(busy.now) === localDay(then.now));
      for (const { compiled } of chosenIn(decideAt(then, engine), then))
        expect(ASKS_OR_SELLS).to.not.include(compiled.offer.class);
    }),
    trial,
  );

const withFolded = (change: (folded: Folded) => Partial<Folded>): Engine => ({
  ...ENGINE,
  decide: (input) => decide({ ...input, folded: { ...input.folded, ...change(input.folded) } }),
});

/** Broken engines, each of which one of the laws must catch. */
export const QUIET_FAULTS = {
  answersWhoAsks: {
    ...ENGINE,
    decide: (input) =>
      decide(input.direction === 'requested' ? { ...input, folded: { ...input.folded, quiet: undefined } } : input),
  } satisfies Engine,
  seesNoTasks: withFolded(() => ({ tasks: new Map(), checkout: undefined })),
};

/** A log of which the last word wins, though somebody else asked for longer. */
export const lastQuietWins: Merging = {
  ...MERGING,
  fold: (events, config) => {
    const folded = foldLog(events, config);
    const last = [...events].filter(({ name }) => name === 'quiet_set').pop();
    const { quiet } = folded;
    return { ...folded, quiet: quiet && last ? { ...quiet, value: Number(last.params['until']) } : quiet };
  },
};
