import { expect } from 'chai';
import fc from 'fast-check';
import { DAY_MS, decide, directionOf, type Folded, type OfferClass } from '../../src/engine/index.js';
import { ENGINE, type Engine } from './engine-under-test.js';
import { hold, type Law } from './law.js';
import { chosenIn } from './permission-laws.js';
import { afterwards, decideAt, scenes, type Draft, type Scene } from './scenes.js';

const SERVICE: readonly OfferClass[] = ['help', 'human', 'apology', 'remedy'];
const COMPLAINT: Draft = ['complaint_opened', { complaint_id: 'late' }];
const FAILURE: Draft = ['service_failure', { severity: 2 }];
const SHOW_ME: Draft = ['mode_set', { mode: 'show_me' }];

function expectService(scene: Scene, engine: Engine): void {
  for (const { compiled } of chosenIn(decideAt(scene, engine), scene)) expect(SERVICE).to.include(compiled.offer.class);
}

/** I-9: while a complaint is open, and while there is only service, nothing else is said. */
export const aComplaintComesFirst: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(scenes, fc.boolean(), fc.nat(400), (scene, isComplaint, days) => {
      const said = afterwards(scene, isComplaint ? [COMPLAINT] : [FAILURE, FAILURE, FAILURE]);
      expectService(said, engine);
      // A complaint that nobody resolved does not age; what went wrong counts for 90 days.
      const wait = (isComplaint ? days : days % 60) * DAY_MS;
      expectService({ ...said, now: { ...said.now, at: said.now.at + wait } }, engine);
    }),
    trial,
  );

/** I-10: with as many strikes as the policy bears there is recovery, from then on until it ends: not before, not after. */
export const strikesLeadToRecovery: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(scenes, (scene) => {
      // Who asks lifts the contract, and with it how few strikes it bears.
      const calm = afterwards(
        { ...scene, ask: { ...scene.ask, most: 1, direction: directionOf(scene.ask.channel ?? 'slot') } },
        [SHOW_ME, ['mode_set', { mode: 'normal' }]],
      );
      const [before] = chosenIn(decideAt(calm, engine), calm);
      if (!before || before.asked || SERVICE.includes(before.compiled.offer.class)) return;
      // No contract bears more than two, however many the site would.
      const struck = afterwards(
        calm,
        Array.from({ length: Math.min(2, scene.policy.strikesToRecovery) }, () => FAILURE),
      );
      const { silence } = decideAt(struck, engine).decision;
      expectService(struck, engine);
      if (silence) expect(['RECOVERY', 'WAIT_FOR_YOU', 'LAW']).to.include(silence.reason);
      const forgiven = afterwards(struck, [SHOW_ME]);
      expect(decideAt(forgiven, engine).decision.silence?.reason).to.not.equal('RECOVERY');
    }),
    trial,
  );

const withFolded = (change: (folded: Folded) => Partial<Folded>): Engine => ({
  ...ENGINE,
  decide: (input) => decide({ ...input, folded: { ...input.folded, ...change(input.folded) } }),
});

/** Broken engines, each of which one of the laws must catch. */
export const RECOVERY_FAULTS = {
  sellsToWhoComplains: withFolded(() => ({ complaints: new Map(), strikes: new Map() })),
  countsOneStrike: withFolded(({ strikes }) => ({ strikes: new Map([...strikes].slice(0, 1)) })),
};
