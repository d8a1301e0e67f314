import { expect } from 'chai';
import {
  FOND,
  HOSE,
  inputOf,
  logOf,
  NOW,
  offer,
  outcome,
  shopOf,
  type Setting,
  type Told,
} from '../../test/garden-shop.js';
import { DAY_MS, MINUTE_MS } from './clock.js';
import { decide, type DecideInput } from './decide.js';
import { ENDED_BY, SILENCE_REASONS, type Ending, type SilenceReason } from './reason.js';
import type { ShopperAction } from './statement.js';

const said = (name: Told['name'], params: Told['params'], at = 0): readonly Told[] => [
  ...FOND,
  { name, at, ...(params ? { params } : {}) },
];
const shown = (at: number): Told => ({
  name: 'offer_shown',
  at,
  params: { offer_id: 'paint', decision_id: `d${String(at)}` },
});

interface Case {
  readonly told: readonly Told[];
  readonly setting?: Setting;
  readonly more?: Partial<DecideInput>;
}

/** One silence for each reason that a decision can come to by itself. */
const CASES: Readonly<Partial<Record<SilenceReason, Case>>> = {
  NO_CONSENT: { told: FOND, setting: { consent: {} } },
  NO_PERMISSION: { told: FOND, more: { channel: 'email', at: NOW.at + MINUTE_MS } },
  CAPPED: { told: [...FOND, ...[-3, -2, -1].map((minutes) => shown(minutes * MINUTE_MS))] },
  COOLDOWN: { told: said('offer_dismissed', { offer_id: 'hose', decision_id: 'd0' }, -MINUTE_MS) },
  SATIATED: { told: said('purchase', { transaction_id: 't', items: [{ ...HOSE, item_id: 'other' }] }, -DAY_MS) },
  NEVER_LIST: {
    told: said('never_stated', { category: 'garden' }),
    setting: { catalog: shopOf(offer({ id: 'hose', class: 'suggest', category: ['garden'], price: 2495 })) },
  },
  NOTHING_ELIGIBLE: { told: FOND, setting: { catalog: shopOf() } },
  NOTHING_FITS: { told: [] },
  BETTER_SILENT: { told: FOND, setting: { model: { tactMargin: 1e6 } } },
  PAUSED: { told: said('mode_set', { mode: 'paused' }) },
  QUIET_TIME: { told: said('quiet_set', { until: NOW.at + DAY_MS }) },
  TASK_FOCUS: { told: said('begin_checkout', {}) },
  JUST_BOUGHT: { told: said('purchase', { transaction_id: 't', items: [HOSE] }) },
  SUPPORT_FIRST: { told: said('intent_stated', { intent: 'support' }) },
  OPEN_COMPLAINT: { told: said('complaint_opened', { complaint_id: 'c' }) },
  RECOVERY: { told: said('service_failure', { severity: 1 }) },
  VULNERABLE: { told: said('life_event_stated', { event: 'bereavement' }) },
  MINOR: { told: FOND, more: { audience: 'child-possible' } },
  INCIDENT: {
    told: FOND,
    setting: {
      catalog: {
        ...shopOf(offer({ id: 'hose', class: 'suggest', category: ['garden'], price: 100 })),
        incidents: [{ id: 'recall', from: '2025-01-01', touches: {} }],
      },
    },
  },
};

const BY_KIND: Readonly<Partial<Record<string, Ending>>> = {
  channel: 'permission',
  mode: 'mode',
  quiet: 'quiet',
  intent: 'intent',
};
const BY_ACT: Readonly<Partial<Record<string, Ending>>> = {
  consent: 'consent',
  task: 'task',
  resolve: 'complaint',
  visit: 'visit',
};

function endingOf(action: ShopperAction, told: readonly Told[]): Ending | undefined {
  if (action.do === 'declare') return BY_KIND[action.statement.kind];
  if (action.do !== 'forget') return BY_ACT[action.do];
  return told[Number(action.ids[0]?.slice(2)) - 1]?.name === 'life_event_stated' ? 'life' : 'never';
}

describe('what ends a silence', () => {
  for (const [reason, { told, setting = {}, more = {} }] of Object.entries(CASES)) {
    it(`[D99] ${reason}: what the decision names is what the list says`, () => {
      const trace = decide({ ...inputOf(logOf(told), setting), ...more });
      expect(outcome(trace)).to.equal(reason);
      const named = trace.decision.silence?.endedBy;
      const ending = SILENCE_REASONS.filter((each) => each === reason).map((each) => ENDED_BY[each])[0];
      if (ending === 'wait' || ending === 'none') expect(named).to.equal(undefined);
      else expect(named && endingOf(named, told)).to.equal(ending);
    });
  }
});
