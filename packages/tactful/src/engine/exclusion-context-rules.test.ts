import { expect } from 'chai';
import { inputOf, logOf, NOW, offer, shopOf, type Setting, type Told } from '../../test/garden-shop.js';
import type { Catalog, Offer } from './catalog.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './clock.js';
import type { CompiledOffer } from './compile-catalog.js';
import { evidenceKey } from './evidence.js';
import type { Contact } from './fold-contacts.js';
import type { ExclusionContext } from './exclusion-context.js';
import { readersFor } from './scoring.js';
import { permissionIn } from './permission.js';
import { situationOf, type Situation } from './situation.js';

const WATERING = ['garden', 'watering'] as const;
const garden = (id: string, more: Partial<Offer> = {}): Offer =>
  offer({ id, class: 'suggest', category: WATERING, price: 2000, ...more });
/** Two offers of a catalogue's group, and one beside it. */
const groupOf = (group: object, more: Partial<Offer> = {}): Catalog => ({
  ...shopOf(garden('hose', { group: 'g', ...more }), garden('can', { group: 'g' }), garden('rake')),
  groups: [{ id: 'g', ...group }],
});
const about = (name: Told['name'], offerId: string, at: number): Told => ({ name, at, params: { offer_id: offerId } });
const shown = (offerId: string, at: number): Told => about('offer_shown', offerId, at);
const dismissed = (offerId: string, at: number): Told => about('offer_dismissed', offerId, at);
const prefer = (facet: string, value: string, level: number): Told => ({
  name: 'preference_stated',
  params: { facet, value, level },
});

/** What the rules share after what was told. */
function contextOf(told: readonly Told[], setting: Setting = {}, more: Partial<Situation> = {}): ExclusionContext {
  const situation = { ...situationOf(inputOf(logOf(told), setting)), ...more };
  return readersFor(situation, permissionIn(situation));
}
function compiledIn({ situation: { catalog } }: ExclusionContext, id: string): CompiledOffer {
  const found = catalog.byId.get(id);
  if (!found) throw new Error(`no offer ${id}`);
  return found;
}

describe('what the rules of exclusion share', () => {
  describe('the share of a group', () => {
    const TWO = { frequency: { custom: [{ cap: 2, period: 'P7D' }] } };
    const spent = (told: readonly Told[], id: string, catalog: Catalog = groupOf(TWO)): number | undefined => {
      const context = contextOf(told, { catalog });
      return context.groupSpent(compiledIn(context, id));
    };

    it('[D199] what was shown of any of its offers counts against the group, and of no other', () => {
      const both = [shown('hose', -2 * DAY_MS), shown('can', -DAY_MS)];
      expect([spent(both, 'hose'), spent(both, 'can')]).to.deep.equal([NOW.at + 5 * DAY_MS, NOW.at + 5 * DAY_MS]);
      expect(spent([shown('hose', -DAY_MS), shown('rake', -HOUR_MS)], 'hose')).to.equal(undefined);
    });

    it('[D199] a window later there is room again', () => {
      expect(spent([shown('hose', -7 * DAY_MS), shown('can', -DAY_MS)], 'hose')).to.equal(undefined);
    });

    it('[D199] an offer without a group, and a group without a limit, have none', () => {
      const often = [shown('hose', -3), shown('hose', -2), shown('rake', -2), shown('rake', -1)];
      expect([spent(often, 'rake'), spent(often, 'hose', groupOf({}))]).to.deep.equal([undefined, undefined]);
    });

    it('[D199] each group has a share of its own', () => {
      const catalog = {
        ...shopOf(garden('hose', { group: 'g' }), garden('saw', { group: 'h' })),
        groups: [
          { id: 'g', frequency: { lifetime: 1 } },
          { id: 'h', frequency: { custom: [{ cap: 1, period: 'P1D' }] } },
        ],
      };
      const context = contextOf([shown('saw', -2 * HOUR_MS), shown('hose', -HOUR_MS)], { catalog });
      const untils = ['hose', 'saw', 'hose'].map((id) => context.groupSpent(compiledIn(context, id)));
      expect(untils).to.deep.equal([Infinity, NOW.at + DAY_MS - 2 * HOUR_MS, Infinity]);
    });
  });

  describe('what silences after it happened too often', () => {
    const after = (outcome: string, more: object = {}): object => ({ after: { outcome, ...more }, for: 'P30D' });
    const rest = (told: readonly Told[], id: string, catalog: Catalog): number | undefined => {
      const context = contextOf(told, { catalog });
      return context.suppressedUntil(compiledIn(context, id));
    };

    it('[D200] an offer rests after its own outcomes; those of others and of another kind are nothing to it', () => {
      const catalog = shopOf(garden('hose', { suppress: after('dismissed') as Offer['suppress'] & {} }), garden('can'));
      expect(rest([dismissed('hose', -DAY_MS)], 'hose', catalog)).to.equal(NOW.at + 29 * DAY_MS);
      expect(rest([dismissed('can', -DAY_MS)], 'hose', catalog)).to.equal(undefined);
      expect(rest([about('offer_seen', 'hose', -DAY_MS)], 'hose', catalog)).to.equal(undefined);
      expect(rest([shown('hose', -DAY_MS)], 'hose', catalog)).to.equal(undefined);
      expect(rest([dismissed('can', -DAY_MS)], 'can', catalog), 'no rule, no rest').to.equal(undefined);
    });

    it('[D200] to be shown is counted by the contacts, also those that are only reserved', () => {
      const catalog = shopOf(garden('hose', { suppress: after('shown', { count: 2 }) as Offer['suppress'] & {} }));
      const told = [shown('hose', -DAY_MS), about('offer_seen', 'hose', -DAY_MS + 1)];
      expect(rest(told, 'hose', catalog)).to.equal(undefined);
      const reserved = { decisionId: 'd0', offerId: 'hose', at: NOW.at - HOUR_MS, promotional: true };
      const { contacts } = inputOf(logOf(told), { catalog });
      const context = contextOf(told, { catalog }, { contacts: [...contacts, reserved] });
      expect(context.suppressedUntil(compiledIn(context, 'hose'))).to.equal(NOW.at - HOUR_MS + 30 * DAY_MS);
    });

    it('[D200] a rule of a group counts all its offers and silences all of them; a rule of an offer only that one', () => {
      const byGroup = groupOf({ suppress: after('dismissed', { count: 2 }) });
      const two = [dismissed('hose', -2 * DAY_MS), dismissed('can', -DAY_MS)];
      expect(['hose', 'can', 'rake'].map((id) => rest(two, id, byGroup))).to.deep.equal([
        NOW.at + 29 * DAY_MS,
        NOW.at + 29 * DAY_MS,
        undefined,
      ]);
      expect(rest([two[0] as Told, dismissed('rake', -1)], 'hose', byGroup)).to.equal(undefined);
      const byOffer = groupOf({}, { suppress: after('dismissed') as Offer['suppress'] & {} });
      expect(rest([dismissed('can', -DAY_MS)], 'hose', byOffer)).to.equal(undefined);
      const forGroup = { ...after('dismissed'), scope: 'group' } as Offer['suppress'] & {};
      expect(rest([dismissed('can', -DAY_MS)], 'hose', groupOf({}, { suppress: forGroup }))).to.equal(
        NOW.at + 29 * DAY_MS,
      );
    });

    it('[D200] of two rules that silence the later counts', () => {
      const week = { after: { outcome: 'dismissed' }, for: 'P7D' } as const;
      const catalog = groupOf({ suppress: after('seen') }, { suppress: week });
      const told = [about('offer_seen', 'hose', -DAY_MS), dismissed('hose', -DAY_MS)];
      expect(rest(told, 'hose', catalog)).to.equal(NOW.at + 29 * DAY_MS);
    });
  });

  it('[D201] closed are the attributes that the shopper wants less of: no category or brand, and nothing they like', () => {
    const { closedAttributes } = contextOf([
      prefer('attribute:colour', 'green', -1),
      prefer('attribute:colour', 'red', -2),
      prefer('attribute:colour', 'blue', 1),
      prefer('category', 'garden', -2),
      prefer('brand', 'attribute:', -2),
    ]);
    expect([...closedAttributes].map(([key, { value, id }]) => [key, value, id])).to.deep.equal([
      [evidenceKey('attribute:colour', 'green'), -1, 'a:1'],
      [evidenceKey('attribute:colour', 'red'), -2, 'a:2'],
    ]);
  });

  it('[D201] what somebody came for counts as said only where they said it, and in this visit', () => {
    const said: Told = { name: 'intent_stated', params: { intent: 'info' } };
    expect(contextOf([said]).saidIntent).to.equal('info');
    expect(contextOf([said], { at: DAY_MS }).saidIntent).to.equal(undefined);
    const bought = [0, 1, 2, 3, 4].map((minute): Told => ({
      name: 'add_to_cart',
      at: minute * MINUTE_MS,
      params: { items: [{ item_id: 'x' }] },
    }));
    expect(contextOf(bought, { at: 5 * MINUTE_MS }).saidIntent).to.equal(undefined);
  });

  it('[D202] of a category the last dismissal counts, of whichever of its offers', () => {
    const catalog = shopOf(garden('hose'), garden('can'), offer({ id: 'news', class: 'inform' }));
    const told = [dismissed('hose', -9), dismissed('can', -5), dismissed('hose', -2), dismissed('news', -1)];
    const { dismissedCategories } = contextOf([...told, dismissed('gone', -1)], { catalog });
    expect([...dismissedCategories].map(([category, { id }]) => [category, id])).to.deep.equal([
      ['garden/watering', 'a:3'],
    ]);
  });

  it('[D202] a category is forbidden by a "never" and by a stated -2, of it or of what it lies in, and a brand by a -2', () => {
    const catalog = shopOf(
      garden('hose', { brand: 'Sprig' }),
      offer({ id: 'saw', class: 'suggest', category: ['tools'] }),
    );
    const told: readonly Told[] = [
      { name: 'never_stated', params: { category: 'garden' } },
      prefer('category', 'garden/watering', -2),
      prefer('brand', 'Sprig', -2),
      prefer('category', 'tools', -1),
    ];
    const context = contextOf(told, { catalog });
    const forbidding = (id: string): readonly string[] => context.neverOf(compiledIn(context, id).group);
    expect([forbidding('hose'), forbidding('saw'), forbidding('hose')]).to.deep.equal([
      ['a:1', 'a:2', 'a:3'],
      [],
      ['a:1', 'a:2', 'a:3'],
    ]);
    const [never, stated] = [contextOf(told.slice(0, 1), { catalog }), contextOf(told.slice(2), { catalog })];
    expect([never.neverOf(0), stated.neverOf(0), contextOf([], { catalog }).neverOf(0)]).to.deep.equal([
      ['a:1'],
      ['a:1'],
      [],
    ]);
  });

  it('[D203] what sells and what does not are measured apart', () => {
    const three = ['x', 'y', 'z'].map((id) => shown(id, -HOUR_MS / 60));
    const { spent } = contextOf(three, { catalog: shopOf() });
    expect([spent.promotional?.scope, spent.other]).to.deep.equal(['all', undefined]);
  });

  it('[D203] what was bought is known by its id, where it has one', () => {
    const items = [{ item_id: 'hose-25' }, { item_name: 'Rake' }];
    const log: Told = { name: 'purchase', params: { transaction_id: 't', items } };
    expect([...contextOf([log]).bought]).to.deep.equal(['hose-25']);
    expect(contextOf([]).bought.size).to.equal(0);
  });

  it('[D203] the contacts of each offer stand together, in their order', () => {
    const told = [shown('hose', -3), shown('can', -2), shown('hose', -1)];
    const { contactsByOffer } = contextOf(told);
    expect([...contactsByOffer].map(([id, contacts]) => [id, contacts.map(({ at }) => at - NOW.at)])).to.deep.equal([
      ['hose', [-3, -1]],
      ['can', [-2]],
    ]);
  });

  it('[D203] a gift waits while something is to be made good, by the strikes that the policy allows', () => {
    const dismissals = [
      { name: 'service_failure', at: -DAY_MS } as const,
      { name: 'service_failure', at: -2 * DAY_MS } as const,
    ];
    const until = (strikesToRecovery: number): number | undefined =>
      contextOf(dismissals, { policy: { strikesToRecovery } }).giftUntil;
    expect([until(1), until(2)]).to.deep.equal([NOW.at + 89 * DAY_MS, NOW.at + 88 * DAY_MS]);
    expect(contextOf([]).giftUntil).to.equal(undefined);
  });

  describe('gifts and questions', () => {
    const FORTNIGHT = 14 * DAY_MS;
    const catalog = shopOf(offer({ id: 'pets', class: 'question' }), offer({ id: 'plant', class: 'gift' }));
    const contact = (offerId: string, at: number, more: Partial<Contact> = {}): Contact => ({
      decisionId: String(at),
      offerId,
      at: NOW.at + at,
      promotional: false,
      ...more,
    });
    const after = (...contacts: readonly Contact[]): ExclusionContext => contextOf([], { catalog }, { contacts });
    const until = (id: string, ...contacts: readonly Contact[]): number | undefined =>
      after(...contacts).questionUntil(id);

    it('[D245] after a question another waits for fourteen days from the last, exactly then no longer', () => {
      const put = (at: number): Contact => contact('shoes', at, { class: 'question' });
      expect(until('pets', put(-FORTNIGHT))).to.equal(undefined);
      expect(until('pets', put(-FORTNIGHT + 1))).to.equal(NOW.at + 1);
      expect(until('pets', put(-9 * DAY_MS), put(-2 * DAY_MS))).to.equal(NOW.at + 12 * DAY_MS);
      expect(until('pets', contact('shoes', -DAY_MS, { class: 'help' }))).to.equal(undefined);
    });

    it('[D245] the same question is still on the table in the visit in which it was put, and waits in another', () => {
      const visit = contextOf([{ name: 'page_view' }], { catalog }).situation.folded;
      const waits = (at: number): number | undefined =>
        contextOf(
          [{ name: 'page_view' }],
          { catalog },
          { folded: visit, contacts: [contact('pets', at)] },
        ).questionUntil('pets');
      expect([waits(0), waits(-1)]).to.deep.equal([undefined, NOW.at + FORTNIGHT - 1]);
    });

    it('[D245] what is only reserved is a gift or a question by the catalogue, what was shown by its own word', () => {
      expect(after(contact('plant', -DAY_MS)).giftUntil).to.equal(NOW.at + 179 * DAY_MS);
      expect(after(contact('plant', -DAY_MS, { class: 'help' })).giftUntil).to.equal(undefined);
      expect(after(contact('gone', -DAY_MS, { class: 'gift' })).giftUntil).to.equal(NOW.at + 179 * DAY_MS);
      expect(until('shoes', contact('pets', -DAY_MS))).to.equal(NOW.at + 13 * DAY_MS);
      expect(until('pets', contact('gone', -DAY_MS))).to.equal(undefined);
    });
  });
});
