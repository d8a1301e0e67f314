import { expect } from 'chai';
import fc from 'fast-check';
import {
  decide,
  readStatement,
  shopperCanEnd,
  type DecisionTrace,
  type ShopperAction,
  type Silence,
  type SilenceReason,
} from '../../src/engine/index.js';
import { ENGINE, type Engine } from './engine-under-test.js';
import { hold, type Law } from './law.js';
import { afterwards, decideAt, scenes, type Scene } from './scenes.js';

/** The silences that an act of the shopper always ends. */
export const ENDED_BY_THE_SHOPPER: readonly SilenceReason[] = [
  'NO_CONSENT',
  'NO_PERMISSION',
  'NEVER_LIST',
  'PAUSED',
  'QUIET_TIME',
  'TASK_FOCUS',
  'CAPPED',
  'COOLDOWN',
  'SUPPORT_FIRST',
  'OPEN_COMPLAINT',
  'RECOVERY',
  'WAIT_FOR_YOU',
];

/** The same question on a page that the shopper opens. */
function onAVisit(scene: Scene): Scene {
  return { ...afterwards(scene, [['page_view', {}]]), ask: { ...scene.ask, channel: 'slot', direction: 'inbound' } };
}

/** The scene after the shopper did something, as the rows that a client would write for it. */
function after(scene: Scene, action: ShopperAction): Scene | undefined {
  switch (action.do) {
    case 'declare': {
      const row = readStatement(action.statement);
      return row && afterwards(scene, [[row.name, row.params]]);
    }
    case 'task':
      return afterwards(scene, [['task_ended', { task_id: action.id }]]);
    case 'resolve':
      return afterwards(scene, [['complaint_resolved', { complaint_id: action.complaint }]]);
    case 'forget':
      return { ...scene, log: scene.log.filter(({ id }) => !action.ids.includes(id)) };
    case 'consent':
      return { ...scene, consent: { ...scene.consent, [action.purpose]: 'in' } };
    case 'visit':
      return onAVisit(scene);
  }
}

function isLifted(before: DecisionTrace, now: DecisionTrace): boolean {
  if (now.decision.silence?.reason !== before.decision.silence?.reason) return true;
  return before.cause.length > 0 && !now.cause.some((id) => before.cause.includes(id));
}

/** I-32: a silence that the shopper can end says how, and what it says lifts it; no other silence promises a way out. */
export const everyWayOutLeadsOut: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(scenes, (scene) => {
      const before = decideAt(scene, engine);
      const { silence } = before.decision;
      if (!silence) return;
      const { reason, endedBy } = silence;
      if (ENDED_BY_THE_SHOPPER.includes(reason)) expect(endedBy, reason).to.not.equal(undefined);
      if (!endedBy) return;
      expect(shopperCanEnd(reason), `${reason} has a way out`).to.equal(true);
      const next = after(scene, endedBy);
      expect(next, `what ${endedBy.do} writes`).to.not.equal(undefined);
      if (next) expect(isLifted(before, decideAt(next, engine)), `${endedBy.do} lifts ${reason}`).to.equal(true);
    }),
    trial,
  );

/** How often each silence is met in so many scenes, always the same ones. */
export function silencesMet(runs: number): ReadonlyMap<string, number> {
  const met = new Map<string, number>();
  for (const scene of fc.sample(scenes, { numRuns: runs, seed: 20_250_507 })) {
    const { reason = 'NONE' } = decideAt(scene, ENGINE).decision.silence ?? {};
    met.set(reason, (met.get(reason) ?? 0) + 1);
  }
  return met;
}

const withSilence = (change: (silence: Silence) => Silence): Engine => ({
  ...ENGINE,
  decide: (input) => {
    const trace = decide(input);
    const { silence } = trace.decision;
    return silence ? { ...trace, decision: { ...trace.decision, silence: change(silence) } } : trace;
  },
});

const NORMAL: ShopperAction = { do: 'declare', statement: { kind: 'mode', mode: 'normal' } };

/** Broken engines, each of which the law must catch. */
export const ENDING_FAULTS = {
  keepsTheWayOutToItself: withSilence((silence) => {
    const { reason, leave } = silence;
    return reason === 'CAPPED' ? { reason, leave } : silence;
  }),
  promisesWhatDoesNotHelp: withSilence((silence) =>
    silence.reason === 'SUPPORT_FIRST' ? { ...silence, endedBy: NORMAL } : silence,
  ),
  promisesWhatOnlyTimeBrings: withSilence((silence) =>
    silence.reason === 'JUST_BOUGHT' ? { ...silence, endedBy: NORMAL } : silence,
  ),
};
