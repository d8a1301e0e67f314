import { expect } from 'chai';
import { HOSE, inputOf, logOf, NOW, offer, shopOf, type Setting, type Told } from '../../test/garden-shop.js';
import type { Catalog, CatalogPlace } from './catalog.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './clock.js';
import type { DecideInput } from './decide-input.js';
import { NO_SIGNALS } from './moment-signal.js';
import { DEFAULT_POLICY } from './policy.js';
import { situationOf, type Situation } from './situation.js';

/** What a decision has to go by after what was told, where something about the question is different. */
const about = (told: readonly Told[] = [], setting: Setting = {}, more: Partial<DecideInput> = {}): Situation =>
  situationOf({ ...inputOf(logOf(told), setting), ...more });
const SHOW_ME: Told = { name: 'mode_set', params: { mode: 'show_me' } };
const shown = (at: number): Told => ({ name: 'offer_shown', at, params: { offer_id: 'hose' } });
const withShop = (more: Partial<Catalog>): Catalog => ({ ...shopOf(offer({ id: 'hose', class: 'suggest' })), ...more });

describe('the situation', () => {
  it('[D220] a slot on a page that they opened, unless the question says otherwise', () => {
    const { channel, direction } = about();
    expect([channel, direction]).to.deep.equal(['slot', 'inbound']);
    const mail = about([], {}, { channel: 'email' });
    expect([mail.channel, mail.direction]).to.deep.equal(['email', 'outbound']);
    expect(about([], {}, { channel: 'email', direction: 'requested' }).direction).to.equal('requested');
  });

  it('[D220] an invitation is "show me" until something was shown, or the question itself', () => {
    expect(about().invited).to.equal(false);
    expect(about([SHOW_ME]).invited).to.equal(true);
    expect(about([shown(-1), SHOW_ME]).invited).to.equal(true);
    expect(about([SHOW_ME, shown(0)]).invited, 'shown at the same moment').to.equal(true);
    expect(about([SHOW_ME, shown(1)], { at: MINUTE_MS }).invited).to.equal(false);
    expect(about([{ name: 'mode_set', params: { mode: 'normal' } }]).invited).to.equal(false);
    expect(about([], {}, { direction: 'requested' }).invited).to.equal(true);
  });

  it('[D220] what belonged to a visit ends with it, also where the next has left no row', () => {
    const told: readonly Told[] = [
      { name: 'view_item', params: { items: [HOSE] } },
      { name: 'visit_marked', params: { as: 'gift' } },
    ];
    const during = about(told, { at: MINUTE_MS }).folded;
    expect([during.viewing?.id, during.mark, during.visit.count]).to.deep.equal(['hose-25', 'gift', 1]);
    const after = about(told, { at: HOUR_MS }).folded;
    expect([after.viewing, after.mark, after.visit]).to.deep.equal([
      undefined,
      undefined,
      { ...after.visit, startedAt: NOW.at + HOUR_MS, count: 2 },
    ]);
  });

  it('[D221] each shopper has the policy of their own bounds, however often it is asked for', () => {
    const policy = { ...DEFAULT_POLICY };
    const asked = (told: readonly Told[], setting: Setting = {}): Situation => about(told, setting, { policy });
    const quiet: Told = { name: 'mode_set', params: { mode: 'quiet' } };
    const [first, other, again] = [asked([]), asked([quiet]), asked([])];
    expect([first, other, again].map(({ policy: { deviation } }) => deviation)).to.deep.equal([
      'service',
      'off',
      'service',
    ]);
    expect(again.policy, 'worked out once').to.equal(first.policy);
    expect(asked([SHOW_ME]).policy.inbound.perVisit).to.be.above(first.policy.inbound.perVisit);
    expect(asked([], { catalog: withShop({ sector: 'alcohol' }) }).policy.classes).to.not.include('coupon');
    expect(asked([]).policy.classes).to.include('coupon');
  });

  it('[D221] the policies of one site differ, those of two sites are not mixed up', () => {
    const [one, two] = [about([], { policy: { taskFocus: 'PT1M' } }), about([], { policy: { taskFocus: 'PT2M' } })];
    expect([one.policy.taskFocus, two.policy.taskFocus]).to.deep.equal(['PT1M', 'PT2M']);
  });

  it('[D221] law, sector and site bind; on top of them come the relationship and the shopper', () => {
    const norms = { country: 'XX', recipient: 'consumer' } as const;
    const fling: Told = { name: 'relationship_stated', params: { type: 'fling' } };
    const { policy, lawful } = about([fling], { catalog: withShop({ norms, sector: 'alcohol' }) });
    expect([policy.bans.includes('replenishment_nag'), lawful.bans.includes('replenishment_nag')]).to.deep.equal([
      true,
      false,
    ]);
    expect([policy.channels, lawful.channels]).to.deep.equal([['slot', 'screen', 'banner'], DEFAULT_POLICY.channels]);
    expect(lawful.classes).to.not.include('coupon');
    expect(lawful.byChannel.call).to.deep.equal([{ cap: 4, period: 'P30D' }]);
  });

  it('[D221] what the page says of the sector holds where the catalogue says nothing', () => {
    const sells = (catalog: Partial<Catalog>, sector?: string): boolean =>
      about([], { catalog: withShop(catalog) }, sector === undefined ? {} : { sector }).lawful.classes.includes(
        'coupon',
      );
    expect([sells({}), sells({}, 'alcohol'), sells({ sector: 'gardening' }, 'alcohol')]).to.deep.equal([
      true,
      false,
      true,
    ]);
  });

  it('[D222] a channel that the site does not use is closed to everybody, and one that they closed is their own "no"', () => {
    const mail = { channel: 'email' } as const;
    expect(about([], { policy: { channels: ['slot'] } }, mail).closed).to.equal('LAW');
    expect(about([], {}, mail).closed).to.equal(undefined);
  });

  it('[D222] what covers the page speaks only where the shop lets it, once a visit or more', () => {
    const closed = (perVisit: number, channel: 'banner' | 'slot' = 'banner'): string | undefined =>
      about([], { policy: { interrupt: { perVisit, caps: [] } } }, { channel }).closed;
    expect([closed(0), closed(1), closed(2), closed(0, 'slot')]).to.deep.equal([
      'NOTHING_ELIGIBLE',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('[D222] quiet hours hold for what goes out, in the local time of here and of yesterday', () => {
    const night = (more: Partial<DecideInput>): number | undefined =>
      about([{ name: 'page_view', at: -HOUR_MS }], {}, { at: NOW.at - 2 * HOUR_MS, ...more }).quietUntil;
    expect([night({}), night({ channel: 'email' })]).to.deep.equal([undefined, NOW.at - HOUR_MS]);
    expect(about([{ name: 'page_view' }], {}, { channel: 'email' }).quietUntil).to.equal(undefined);
    // Two hours east of where the newest row was written it is half past ten; there it is half past eight.
    const traveller = { ...inputOf(logOf([{ name: 'page_view', at: -3 * HOUR_MS }])), channel: 'email' } as const;
    const halfPast = { at: NOW.at - 90 * MINUTE_MS, offset: NOW.offset + 120 };
    expect(situationOf({ ...traveller, ...halfPast }).quietUntil).to.equal(NOW.at - HOUR_MS);
    expect(situationOf({ ...traveller, ...halfPast, at: NOW.at - HOUR_MS }).quietUntil).to.equal(undefined);
  });

  describe('incidents', () => {
    const recall = (more: object = {}): Catalog =>
      withShop({
        incidents: [
          {
            id: 'recall',
            from: '2025-05-07T07:00:00Z',
            through: '2025-05-07T09:00:00Z',
            touches: { 'bought.items': { $in: ['hose-25'] } },
            ...more,
          },
        ],
      });
    const owner: Told = { name: 'purchase', at: -DAY_MS, params: { transaction_id: 't', items: [HOSE] } };
    const during = (at: number, told: readonly Told[] = [owner], more: object = {}): number =>
      about(told, { catalog: recall(more), at }).incidents.length;

    it('[D223] an incident touches whom its condition names, and nobody else', () => {
      expect([during(0), during(0, [])]).to.deep.equal([1, 0]);
    });

    it('[D223] it begins at its first moment and is over at its last', () => {
      expect([during(-HOUR_MS - 1), during(-HOUR_MS), during(HOUR_MS - 1), during(HOUR_MS)]).to.deep.equal([
        0, 1, 1, 0,
      ]);
      expect(during(99 * DAY_MS, [owner], { through: undefined })).to.equal(1);
    });
  });

  describe('the moment', () => {
    const places: readonly CatalogPlace[] = [
      { id: 'home-shop', class: 'shop', point: { lat: 52, lon: 4, radius: 50 } },
      { id: 'other-shop', class: 'rival', point: { lat: 52, lon: 5, radius: 50 } },
    ];
    const heard = (more: Partial<DecideInput>): Situation => {
      const signals = {
        moment: { value: 'idle', at: NOW.at - MINUTE_MS },
        places: ['home-shop', 'other-shop'],
        placesAt: NOW.at - MINUTE_MS,
      } as const;
      return about([], { catalog: withShop({ places }) }, { signals, ...more });
    };

    it('[D224] M2: a rival nearby is heard of on the own page, never where somebody is called upon', () => {
      const both = ['home-shop', 'other-shop'];
      expect([heard({}), heard({ direction: 'requested' })].map(({ signals }) => signals?.places)).to.deep.equal([
        both,
        both,
      ]);
      for (const more of [{ channel: 'email' }, { channel: 'banner' }] as const) {
        const { signals, attributes } = heard(more);
        expect([signals?.places, attributes['places']]).to.deep.equal([['home-shop'], ['home-shop']]);
        expect(signals?.moment?.value).to.equal('idle');
      }
    });

    it('[D224] what was said of the moment long ago is no longer so, for rules and conditions alike', () => {
      const { signals, attributes } = heard({ at: NOW.at + HOUR_MS });
      expect([signals, attributes['moment'], attributes['places']]).to.deep.equal([NO_SIGNALS, null, []]);
      expect(about().signals).to.deep.equal(NO_SIGNALS);
    });
  });

  describe('a broken habit', () => {
    const reads = (when: object): Catalog =>
      shopOf(offer({ id: 'hose', class: 'help', category: ['garden'], when: when as never }));
    const weekly = [-70, -63, -56, -49, -42, -35, -28, -21].map((day): Told => ({
      name: 'purchase',
      at: day * DAY_MS,
      params: { transaction_id: `t${String(day)}`, items: [HOSE] },
    }));
    const rhythm = (told: readonly Told[], when: object = { 'rhythm.break': { $ne: null } }): unknown =>
      about(told, { catalog: reads(when), at: 60 * DAY_MS }).attributes['rhythm'];

    it('[D225] is named to a condition that asks for it, with whether something went wrong before', () => {
      const { break: name, askFirst } = rhythm(weekly) as { readonly break: string; readonly askFirst: boolean };
      expect([typeof name, askFirst]).to.deep.equal(['string', false]);
      expect(rhythm([...weekly, { name: 'service_failure', at: -20 * DAY_MS }])).to.include({ askFirst: true });
      expect(rhythm([])).to.deep.equal({ break: null, askFirst: false });
    });

    it('[D225] is not even looked for where no condition asks', () => {
      expect(rhythm(weekly, { 'cart.value': 0 })).to.equal(undefined);
    });
  });

  describe('a purpose that was agreed to in return for something', () => {
    const consent = { personalization: 'in', place: 'in', mail: 'in' } as const;
    const made = (params: object, at = -2 * HOUR_MS): Told => ({ name: 'promise_made', at, params: { ...params } });
    const standing = (...told: readonly Told[]): unknown => about(told, { consent }).consent;
    const due = NOW.at - HOUR_MS;

    it('[D226] stands no longer once that promise is broken; the others do', () => {
      expect(standing(made({ promise_id: 'p', due, purpose: 'place' }))).to.deep.equal({ ...consent, place: 'out' });
      expect(standing(made({ promise_id: 'p', due: NOW.at + 1, purpose: 'place' }))).to.deep.equal(consent);
      expect(standing()).to.deep.equal(consent);
    });

    it('[D226] stands no longer once its condition was not kept', () => {
      const grant = made({ promise_id: 'p', condition: 'no_selling', purpose: 'place' });
      expect(standing(grant)).to.deep.equal(consent);
      expect(standing(grant, shown(-HOUR_MS))).to.deep.equal({ ...consent, place: 'out' });
    });

    it('[D226] a channel that was agreed to in return is open until the promise is broken', () => {
      const open: Told = { name: 'permission_set', at: -3 * HOUR_MS, params: { channel: 'email', allowed: true } };
      const mail = (when: number): boolean =>
        about([open, made({ promise_id: 'p', due: when, permission: 'email' })]).policy.channels.includes('email');
      expect([mail(NOW.at + 1), mail(NOW.at)]).to.deep.equal([true, false]);
    });

    it('[D226] a channel that was lost closes no purpose of the same name', () => {
      expect(standing(made({ promise_id: 'p', due, permission: 'mail' }))).to.deep.equal(consent);
    });
  });
});
