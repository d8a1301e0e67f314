import { expect } from 'chai';
import { NOW } from '../../test/garden-shop.js';
import { OFFER_CLASSES } from './catalog.js';
import { meetContracts } from './conduct.js';
import {
  contractPolicy,
  effectivePolicy,
  invitedPolicy,
  shopperPolicy,
  type PolicyBounds,
} from './effective-policy.js';
import type { Folded } from './folded.js';
import { normFor } from './norm-pack.js';
import { STRICT_NORM } from './norms-strict.js';
import { CHANNELS } from './channels.js';
import { DEFAULT_POLICY, type Policy } from './policy.js';
import { SHIPPED_TYPES } from './shipped-types.js';

const [BASIC, PARTNER, FLING, ATTENTIVE] = SHIPPED_TYPES.map(({ contract }) => contract);
const STRICT: PolicyBounds = { site: DEFAULT_POLICY, norm: STRICT_NORM };
const HARD: Policy = {
  ...DEFAULT_POLICY,
  interrupt: { perVisit: 9, caps: [] },
  outbound: { caps: [] },
  quietHours: [],
  bans: [],
  exploration: 1,
  strikesToRecovery: 99,
};

const said = (
  channels: Readonly<Record<string, boolean>>,
  mode = 'normal',
): Pick<Folded, 'mode' | 'channels' | 'promises' | 'grants'> => ({
  mode: { value: mode, at: 0, id: 'm:1' },
  channels: new Map(Object.entries(channels).map(([name, value]) => [name, { value, at: 0, id: `${name}:1` }])),
  promises: new Map(),
  grants: new Map(),
});

describe('the effective policy', () => {
  it('[D36] of the shipped policy the strict norm tightens departures, calls and their hours, and no number', () => {
    const { deviation, byChannel, quietHours, ...rest } = effectivePolicy(STRICT);
    expect(deviation).to.equal('service');
    expect(byChannel).to.deep.equal({ call: [{ cap: 4, period: 'P30D' }] });
    expect(quietHours).to.deep.include.members([...DEFAULT_POLICY.quietHours]);
    expect({ ...DEFAULT_POLICY, ...rest }).to.deep.equal(DEFAULT_POLICY);
  });

  it('[D36] a site that asks for more gets what law and norm allow', () => {
    const { interrupt, outbound, quietHours, bans, exploration, strikesToRecovery } = effectivePolicy({
      ...STRICT,
      site: HARD,
    });
    expect({ interrupt, outbound, exploration, strikesToRecovery }).to.deep.equal({
      interrupt: { perVisit: 1, caps: [{ cap: 2, period: 'P7D' }] },
      outbound: { caps: [{ cap: 4, period: 'P30D' }] },
      exploration: 0.1,
      strikesToRecovery: 3,
    });
    expect(quietHours).to.deep.include({ from: '21:00', to: '09:00' });
    expect(bans).to.deep.equal(['countdown', 'fake_scarcity', 'price_uplift']);
  });

  it('[D36] a sector holds whatever the country, and the Netherlands use no departures', () => {
    const dutch = { site: DEFAULT_POLICY, norm: normFor({ country: 'NL', at: NOW.at }) };
    expect(effectivePolicy(dutch).deviation).to.equal('off');
    expect(effectivePolicy({ ...dutch, sector: 'alcohol', site: HARD }).interrupt).to.deep.equal({
      perVisit: 0,
      caps: [{ cap: 2, period: 'P7D' }],
    });
  });

  it('[D37] a contract speaks in numbers and classes where it can, and its other bans stand as words', () => {
    if (!BASIC || !PARTNER || !FLING || !ATTENTIVE) throw new Error('four types are shipped');
    const { outbound, bans, exploration, strikesToRecovery } = effectivePolicy({
      ...STRICT,
      contract: meetContracts([BASIC, PARTNER, FLING]),
    });
    expect(outbound.caps).to.deep.equal([
      { cap: 1, period: 'P7D' },
      { cap: 1, period: 'P30D' },
    ]);
    expect(bans).to.include.members(['novelty_push', 'replenishment_nag', 'ignoring_suggestion']);
    expect({ exploration, strikesToRecovery }).to.deep.equal({ exploration: 0, strikesToRecovery: 2 });
    const served = effectivePolicy({ ...STRICT, contract: ATTENTIVE });
    expect(served.strikesToRecovery).to.equal(1);
    expect(served.classes).to.deep.equal(OFFER_CLASSES.filter((each) => each !== 'question'));
    expect(served.cooldown).to.deep.equal({ sameOffer: 'P730D', sameCategory: 'P14D' });
    expect(contractPolicy(PARTNER).classes).to.equal(undefined);
  });

  it('[D37] the shopper opens channels, and the dial at quiet leaves what was stated', () => {
    const page = ['slot', 'screen', 'banner'];
    expect(shopperPolicy(said({}), NOW)).to.deep.equal({ channels: page });
    expect(shopperPolicy(said({ email: true, banner: false }), NOW).channels).to.deep.equal([
      'slot',
      'screen',
      'email',
    ]);
    const quiet = effectivePolicy({
      ...STRICT,
      site: HARD,
      shopper: shopperPolicy(said({ email: true }, 'quiet'), NOW),
    });
    expect(quiet.interrupt.perVisit).to.equal(0);
    expect(quiet.outbound.caps[0]).to.deep.equal({ cap: 0, period: 'P1D' });
    expect(quiet.relevance.minEvidence).to.be.greaterThan(1e9);
    expect({ deviation: quiet.deviation, exploration: quiet.exploration }).to.deep.equal({
      deviation: 'off',
      exploration: 0,
    });
  });

  it('[D38] an invitation lifts the contract and how often, on a page that the shopper opened', () => {
    const bounds = { ...STRICT, ...(ATTENTIVE ? { contract: ATTENTIVE } : {}) };
    const { inbound, sameOffer, everything, cooldown, classes } = invitedPolicy(bounds);
    expect(inbound.perVisit).to.be.greaterThan(1e9);
    expect({ caps: inbound.caps, sameOffer, everything }).to.deep.equal({ caps: [], sameOffer: [], everything: [] });
    expect(cooldown).to.deep.equal({ sameOffer: 'PT0S', sameCategory: 'PT0S' });
    expect(classes).to.deep.equal([...OFFER_CLASSES]);
  });

  it('[D38] an invitation never lifts law, sector, quiet, channels, bans, or what a shopper closed', () => {
    const law = { ...STRICT_NORM.law, inbound: { perVisit: 5, caps: [] }, sameOffer: [{ cap: 8, period: 'P1D' }] };
    const bounds: PolicyBounds = {
      site: DEFAULT_POLICY,
      norm: { ...STRICT_NORM, law },
      sector: 'gambling',
      shopper: shopperPolicy(said({ screen: false }), NOW),
    };
    const [invited, usual] = [invitedPolicy(bounds), effectivePolicy(bounds)];
    expect(invited.inbound).to.deep.equal({ perVisit: 5, caps: [] });
    expect(invited.sameOffer).to.deep.equal([{ cap: 8, period: 'P1D' }]);
    expect(invited.channels).to.deep.equal(['slot', 'banner']);
    for (const field of [
      'interrupt',
      'outbound',
      'byChannel',
      'quietHours',
      'classes',
      'bans',
      'deviation',
      'exploration',
      'satiation',
      'wear',
      'taskFocus',
      'hushAfterPurchase',
      'strikesToRecovery',
    ] as const)
      expect(invited[field], field).to.deep.equal(usual[field]);
    expect(CHANNELS.length).to.equal(7);
  });
});
