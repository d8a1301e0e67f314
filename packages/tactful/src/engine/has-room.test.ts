import { expect } from 'chai';
import { decideOn, inputOf, logOf, NOW, offer, outcome, shopOf, type Told } from '../../test/garden-shop.js';
import type { Offer } from './catalog.js';
import { DAY_MS, HOUR_MS } from './clock.js';
import { decide } from './decide.js';
import type { DecideInput } from './decide-input.js';
import type { Silence } from './decision.js';
import { hasRoom } from './has-room.js';
import { situationOf } from './situation.js';

const looks = (category: string): readonly Told[] =>
  [-3, -2, -1].flatMap((day) => {
    const items = [{ item_id: category, item_category: 'home', item_category2: category, price: 9995 }];
    return (['select_item', 'view_item'] as const).map((name) => ({ name, at: day * DAY_MS, params: { items } }));
  });
const sold = (id: string, more: Partial<Offer> = {}): Offer =>
  offer({ id, class: 'suggest', category: ['home', id], price: 9995, ...more });
const shown = (id: string, at: number, channel: string): Told => ({
  name: 'offer_shown',
  at,
  params: { offer_id: id, decision_id: `${id} ${String(at)}`, channel },
});
const open = (channel: string): Told => ({
  name: 'permission_set',
  at: -60 * DAY_MS,
  params: { channel, allowed: true },
});
const SHOW_ME: Told = { name: 'mode_set', params: { mode: 'show_me' } };

describe('what may still be said', () => {
  /** Somebody who likes lamps and vases, in a shop that sells both and helps. */
  const FOND = [...looks('lamps'), ...looks('vases')];
  const HELP = offer({ id: 'help', class: 'help', price: 9995, discount: 500 });
  const slate = (policy: Partial<DecideInput['policy']>, told: readonly Told[] = [], offers: readonly Offer[] = []) =>
    decide({
      ...inputOf(logOf([...FOND, ...told]), { catalog: shopOf(sold('lamps'), sold('vases'), HELP, ...offers), policy }),
      most: 3,
    });

  it('[D204] what has no room takes no place of a slate: who comes after it is said', () => {
    expect(outcome(slate({}))).to.equal('lamps vases help');
    expect(outcome(slate({ inbound: { perVisit: 1, caps: [] } }))).to.equal('lamps help');
    const two = decide({
      ...inputOf(logOf(FOND), {
        catalog: shopOf(sold('lamps'), sold('vases'), HELP),
        policy: { inbound: { perVisit: 1, caps: [] } },
      }),
      most: 2,
    });
    expect(outcome(two)).to.equal('lamps help');
  });

  it('[D204] a group has its share within a slate too, whoever invited it', () => {
    const catalog = {
      ...shopOf(sold('lamps', { group: 'g' }), sold('vases', { group: 'g' }), HELP),
      groups: [{ id: 'g', frequency: { custom: [{ cap: 1, period: 'P1D' }] } }],
    };
    for (const told of [FOND, [...FOND, SHOW_ME]])
      expect(outcome(decide({ ...inputOf(logOf(told), { catalog }), most: 3 }))).to.equal('lamps help');
  });

  it('[D204] of what was judged with fewer contacts, each is asked again as if those before it were shown', () => {
    const input = inputOf(logOf(FOND), {
      catalog: shopOf(sold('lamps'), sold('vases'), HELP),
      policy: { inbound: { perVisit: 2, caps: [] } },
    });
    const situation = situationOf(input);
    const all = input.catalog.offers.map((compiled) => ({ compiled, asked: false }));
    expect(hasRoom(all, situation)).to.equal(true);
    const contacts = [{ decisionId: 'other', offerId: 'x', at: NOW.at, promotional: true }];
    expect(hasRoom(all, { ...situation, contacts })).to.equal(false);
    expect(hasRoom(all.slice(1), { ...situation, contacts })).to.equal(true);
    expect(
      hasRoom(
        all.map((each) => ({ ...each, asked: true })),
        { ...situation, contacts },
      ),
    ).to.equal(true);
  });
});

describe('what no invitation lifts', () => {
  const through = (channel: 'call' | 'email' | 'slot', told: readonly Told[], more: Partial<Offer> = {}) =>
    decide({
      ...inputOf(logOf([open(channel), ...looks('lamps'), ...told]), {
        catalog: shopOf(sold('lamps', { price: 99_995, channels: [channel], ...more }), sold('vases')),
        policy: { outbound: { caps: [{ cap: 2, period: 'P30D' }] } },
      }),
      channel,
    });
  const silenceOf = (...asked: Parameters<typeof through>): Silence | undefined => through(...asked).decision.silence;
  const calls = [-4, -3, -2, -1].map((hour) => shown('vases', hour * HOUR_MS, 'call'));
  const wish: Told = { name: 'tell_me_set', params: { offer_id: 'lamps', when: 'below', below: 999_999 } };

  it('[D205] a wish goes past the caps of site and norm, and not past the law', () => {
    expect(outcome(through('call', [...calls.slice(0, 2), wish]))).to.equal('lamps');
    expect(outcome(through('call', [...calls.slice(0, 3), wish]))).to.equal('lamps');
    const { silence } = through('call', [...calls, wish]).decision;
    expect(silence).to.deep.equal({ reason: 'LAW', leave: 'default', until: NOW.at - 4 * HOUR_MS + 30 * DAY_MS });
  });

  it('[D205] the law says so itself, before an invitation and after it', () => {
    const law = { reason: 'LAW', leave: 'default', until: NOW.at - 4 * HOUR_MS + 30 * DAY_MS };
    expect(silenceOf('call', calls)).to.deep.equal(law);
    expect(silenceOf('call', [...calls, SHOW_ME])).to.deep.equal(law);
  });

  it('[D206] a cap that no invitation lifts names no way out, and is not laid to the law', () => {
    const mails = [-2, -1].map((day) => shown('vases', day * DAY_MS, 'email'));
    for (const told of [mails, [...mails, SHOW_ME]]) {
      const trace = through('email', told);
      expect(trace.decision.silence?.reason).to.equal('NOTHING_ELIGIBLE');
      expect(trace.decision.silence?.endedBy).to.equal(undefined);
      expect([trace.counts.CAPPED === undefined, trace.counts.LAW]).to.deep.equal([false, undefined]);
    }
  });

  it('[D206] what an invitation lifts, it does lift: the contract, the dial at quiet, and how often on their own page', () => {
    const way = { do: 'declare', statement: { kind: 'mode', mode: 'show_me' } };
    const mail = shown('vases', -DAY_MS, 'email');
    const basic: Told = { name: 'relationship_stated', params: { type: 'basic' } };
    const quiet: Told = { name: 'mode_set', params: { mode: 'quiet' } };
    const liked: Told = { name: 'preference_stated', params: { facet: 'category', value: 'home/lamps', level: 2 } };
    for (const told of [
      [mail, liked, basic],
      [quiet, liked],
    ]) {
      expect(silenceOf('email', told)).to.deep.include({ reason: 'CAPPED', endedBy: way });
      expect(outcome(through('email', [...told, SHOW_ME]))).to.equal('lamps');
    }
    const often = [1, 2, 3].map((n) => shown('vases', -n, 'slot'));
    const page = {
      ...inputOf(logOf([...looks('lamps'), ...often]), { catalog: shopOf(sold('lamps'), sold('vases')) }),
    };
    expect(decide(page).decision.silence).to.deep.include({ reason: 'CAPPED', endedBy: way });
    expect(
      outcome(decideOn(logOf([...looks('lamps'), ...often, SHOW_ME]), { catalog: shopOf(sold('lamps')) })),
    ).to.equal('lamps');
  });
});
