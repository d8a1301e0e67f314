import { expect } from 'chai';
import { inputOf, logOf, NOW, offer, shopOf, type Told } from '../../test/garden-shop.js';
import type { Offer } from './catalog.js';
import { DAY_MS } from './clock.js';
import type { CompiledOffer } from './compile-catalog.js';
import { evidenceKey } from './evidence.js';
import type { Excluded } from './excluded.js';
import { exclude, excludeAsked, excludeByCatalog, excludeLot, excludeOffer } from './exclusion.js';
import type { ExclusionContext } from './exclusion-context.js';
import type { Wish } from './fold-tell-me.js';
import type { Folded } from './folded.js';
import { readersFor } from './scoring.js';
import { permissionIn } from './permission.js';
import { DEFAULT_POLICY, type Policy } from './policy.js';
import { situationOf, type Situation } from './situation.js';
import type { GroupTaste } from './taste.js';

/** What about the shop's one offer, the shopper and the moment is different. */
interface About extends Omit<Partial<ExclusionContext>, 'situation'> {
  readonly offer?: Partial<Offer>;
  readonly taste?: Partial<GroupTaste>;
  readonly situation?: Partial<Situation>;
  readonly folded?: Partial<Folded>;
  readonly policy?: Partial<Policy>;
}
type Asked = (compiled: CompiledOffer, context: ExclusionContext) => Excluded | undefined;

const FOND: GroupTaste = { affinity: 1, stated: 0, evidence: 9, fit: 0.5 };
const SHOW_ME = { do: 'declare', statement: { kind: 'mode', mode: 'show_me' } } as const;
const said = <Value>(value: Value, id: string, at = NOW.at): { value: Value; at: number; id: string } => ({
  value,
  at,
  id,
});
const WISH: Wish = {
  id: 'w',
  at: NOW.at,
  facet: 'offer_id',
  value: 'hose',
  when: 'back_in_stock',
  below: 0,
  absent: true,
};

/** Without what it says nothing of. */
const inWords = (said: Excluded | undefined): Excluded | undefined =>
  said && (Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Excluded);

/** What the rules say of the offer, for somebody who likes what it is about. */
function ask(
  by: Asked,
  { offer: more, taste, situation, folded, policy, ...context }: About = {},
): Excluded | undefined {
  const hose = { id: 'hose', class: 'suggest', category: ['garden', 'watering'], price: 2495, ...more } as const;
  const catalog = shopOf(offer(hose));
  const base = situationOf(inputOf(logOf([]), { catalog }));
  const here: Situation = {
    ...base,
    ...situation,
    folded: { ...base.folded, ...folded },
    policy: { ...base.policy, ...policy },
  };
  const readers = readersFor(here, permissionIn(here));
  const [compiled] = here.catalog.offers;
  if (!compiled) throw new Error('the shop is empty');
  return inWords(by(compiled, { ...readers, tasteOf: () => ({ ...FOND, ...taste }), ...context }));
}
const verdict = (about?: About, by: Asked = exclude): string | undefined => ask(by, about)?.verdict;
const PROMOTIONAL = ['suggest', 'complement', 'coupon'] as const;
const BY_NATURE = ['help', 'human', 'thank', 'apology', 'remedy', 'question'] as const;
const BY_CONDITION = ['complement', 'replenish', 'inform', 'inspire', 'gift', 'together'] as const;

describe('exclusion, rule by rule', () => {
  it('[D113] an offer that no rule closes may speak', () => {
    expect(verdict()).to.equal(undefined);
  });

  it('[D113] what permission closed for its class is said with the reason and the rows of the rule', () => {
    const refused = [
      { silence: { reason: 'INCIDENT', leave: 'empty' }, cause: [], allows: ['suggest'] },
      {
        silence: { reason: 'OPEN_COMPLAINT', leave: 'empty', until: 7, endedBy: SHOW_ME },
        cause: ['a:1'],
        allows: ['help'],
      },
    ] as const;
    const permission = { refused, classes: new Set(['help'] as const) };
    expect(ask(excludeLot, { permission })).to.include({ verdict: 'OPEN_COMPLAINT', until: 7 });
    expect(ask(excludeLot, { permission })).to.deep.include({ cause: ['a:1'], endedBy: SHOW_ME });
    expect(verdict({ permission, offer: { class: 'help' } })).to.equal(undefined);
  });

  it('[D113] a class that the policy does not have is closed by the law, or else by the contract', () => {
    const policy = { classes: ['help'] } as const;
    expect(verdict({ policy })).to.equal('CONTRACT');
    expect(verdict({ policy, situation: { lawful: { ...DEFAULT_POLICY, ...policy } } })).to.equal('LAW');
    expect(verdict({ policy: { classes: ['suggest'] } })).to.equal(undefined);
  });

  it('[D113] where reminders are a nuisance, what comes again waits on their own page', () => {
    const policy = { bans: ['replenishment_nag'] } as const;
    const dueOf = (): number => 0.5;
    const about = (direction: Situation['direction'], more: Partial<Offer> = { class: 'replenish' }): About => ({
      policy,
      dueOf,
      offer: more,
      situation: { direction },
      folded: { ownVisits: 9 },
      spent: { promotional: undefined, other: undefined },
    });
    expect(verdict(about('outbound'), excludeLot)).to.equal('CONTRACT');
    expect(verdict(about('interrupt'), excludeLot)).to.equal('CONTRACT');
    expect(verdict(about('inbound'), excludeLot)).to.equal(undefined);
    expect(verdict(about('outbound', { class: 'suggest' }), excludeLot)).to.equal(undefined);
    expect(verdict({ ...about('outbound'), policy: { bans: [] } }, excludeLot)).to.equal(undefined);
  });

  it('[D113] where nothing may be sold outside the site, nothing is', () => {
    const about = (direction: Situation['direction'], bans: Policy['bans'], more: Partial<Offer> = {}): About => ({
      policy: { bans },
      offer: more,
      situation: { direction },
      folded: { ownVisits: 9 },
      spent: { promotional: undefined, other: undefined },
    });
    expect(verdict(about('outbound', ['outbound_promotion']))).to.equal('LAW');
    expect(verdict(about('inbound', ['outbound_promotion']))).to.equal(undefined);
    expect(verdict(about('outbound', ['question']))).to.equal(undefined);
    expect(verdict(about('outbound', ['outbound_promotion'], { class: 'help' }))).to.equal(undefined);
  });

  it('[D113] "never" for a class names its row beside those for what the offer is about', () => {
    const never = new Map([[evidenceKey('class', 'suggest'), said('class', 'a:1')]]);
    const ended = ask(excludeLot, { folded: { never }, neverOf: () => ['a:2'] });
    expect(ended).to.deep.equal({
      verdict: 'NEVER_LIST',
      cause: ['a:1', 'a:2'],
      endedBy: { do: 'forget', ids: ['a:1', 'a:2'] },
    });
    expect(verdict({ folded: { never }, offer: { class: 'coupon' } })).to.equal(undefined);
  });

  for (const offerClass of BY_NATURE)
    it(`[D114] ${offerClass} fits by its nature, whatever the taste`, () => {
      const taste = { stated: -1, evidence: 0, fit: -1 };
      expect(verdict({ offer: { class: offerClass }, taste }, excludeLot)).to.equal(undefined);
    });

  for (const offerClass of BY_CONDITION)
    it(`[D114] ${offerClass} fits by its condition, unless the shopper closed it`, () => {
      const when = { class: offerClass, when: {} } as const;
      expect(verdict({ offer: when, taste: { evidence: 0, fit: -1 } }, excludeLot)).to.equal(undefined);
      expect(verdict({ offer: when, taste: { stated: -0.5 } }, excludeLot)).to.equal('NOT_RELEVANT');
      expect(verdict({ offer: { class: offerClass }, taste: { evidence: 0 } }, excludeLot)).to.equal('NOT_RELEVANT');
    });

  it('[D114] a suggestion needs a look and a liking, or a word; a condition is neither', () => {
    const policy = { relevance: { minEvidence: 0.5, minFit: -0.2 } };
    const of = (taste: Partial<GroupTaste>, situation: Partial<Situation> = {}): string | undefined =>
      verdict({ policy, taste, situation });
    expect(of({ evidence: 0.5, fit: 0.01 })).to.equal(undefined);
    expect(of({ evidence: 0.49, fit: 0.5 })).to.equal('NOT_RELEVANT');
    expect(of({ evidence: 9, fit: 0 })).to.equal('NOT_RELEVANT');
    expect(of({ evidence: 0, fit: 0.1, stated: 0.5 })).to.equal(undefined);
    expect(of({ evidence: 0, fit: -0.2 }, { invited: true })).to.equal(undefined);
    expect(of({ evidence: 9, fit: -0.21 }, { invited: true })).to.equal('NOT_RELEVANT');
    expect(verdict({ offer: { when: {} }, taste: { evidence: 0 } })).to.equal('NOT_RELEVANT');
  });

  it('[D114] quiet mode leaves what was said to be wanted', () => {
    const folded = { mode: said('quiet', 'a:1') };
    expect(verdict({ folded })).to.equal('NOT_RELEVANT');
    expect(verdict({ folded, taste: { stated: 0.5 } })).to.equal(undefined);
    expect(verdict({ folded: { mode: said('normal', 'a:1') } })).to.equal(undefined);
  });

  it('[D114] who came to read or for fun is not sold to', () => {
    for (const saidIntent of ['info', 'fun'] as const) {
      expect(verdict({ saidIntent })).to.equal('NOT_RELEVANT');
      expect(verdict({ saidIntent, offer: { class: 'help' } })).to.equal(undefined);
    }
    expect(verdict({ saidIntent: 'buy' })).to.equal(undefined);
  });

  it('[D114] what comes again may speak only while it is due, ends included; a word or a condition stands for that', () => {
    const policy = { rhythm: { ...DEFAULT_POLICY.rhythm, due: [0.35, 0.85] as const } };
    const of = (due: number, about: About = {}): string | undefined =>
      verdict({ policy, offer: { class: 'replenish' }, dueOf: () => due, ...about });
    expect([0.34, 0.35, 0.6, 0.85, 0.86].map((due) => of(due))).to.deep.equal([
      'NOT_RELEVANT',
      undefined,
      undefined,
      undefined,
      'NOT_RELEVANT',
    ]);
    expect(of(0, { taste: { stated: 1 } })).to.equal(undefined);
    expect(of(0, { offer: { class: 'replenish', when: {} } })).to.equal(undefined);
    expect(of(0, { offer: { class: 'suggest' } })).to.equal(undefined);
    expect(
      ask(exclude, { policy, offer: { class: 'replenish', category: [] }, dueOf: (name) => (name === '' ? 0.5 : 0) }),
    ).to.equal(undefined);
  });

  it('[D114] what is satisfied is not sold again, at the gate it still is; what goes with it is', () => {
    const policy = { satiation: { halfLifeDays: 14, gate: 0.5 } };
    const of = (satiation: number, more: Partial<Offer> = {}): string | undefined =>
      verdict({ policy, satiationOf: () => satiation, offer: more });
    expect(of(0.5)).to.equal(undefined);
    expect(of(0.51)).to.equal('SATIATED');
    for (const offerClass of ['complement', 'inform', 'help'] as const)
      expect(of(0.9, { class: offerClass })).to.equal(undefined);
  });

  it('[D115] a second gift waits, and nothing else waits for a gift', () => {
    const giftUntil = NOW.at + 7;
    const gift = { class: 'gift', openTo: 'everyone' } as const;
    expect(ask(excludeLot, { giftUntil, offer: gift })).to.deep.equal({ verdict: 'COOLDOWN', until: giftUntil });
    expect(verdict({ giftUntil })).to.equal(undefined);
    expect(verdict({ offer: gift, giftUntil: undefined })).to.equal(undefined);
  });

  it('[D115] nobody is called upon to buy in their first visit', () => {
    const spent = { promotional: undefined, other: undefined };
    const about = { spent, situation: { direction: 'outbound' }, folded: { ownVisits: 1 } } as const;
    expect(verdict(about)).to.equal('NOT_RELEVANT');
    expect(verdict({ ...about, folded: { ownVisits: 2 } })).to.equal(undefined);
    expect(verdict({ ...about, offer: { class: 'help' } })).to.equal(undefined);
  });

  it('[D115] a dismissed neighbour closes what sells in its category, until the rest is over', () => {
    const near = said('other', 'a:3', NOW.at - 14 * DAY_MS + 1);
    const dismissedCategories = new Map([['garden/watering', near]]);
    expect(ask(exclude, { dismissedCategories })).to.deep.equal({
      verdict: 'COOLDOWN',
      until: NOW.at + 1,
      cause: ['a:3'],
      endedBy: SHOW_ME,
    });
    expect(verdict({ dismissedCategories, offer: { class: 'inform' } })).to.equal(undefined);
    expect(verdict({ dismissedCategories, situation: { invited: true } })).to.equal(undefined);
    expect(verdict({ dismissedCategories: new Map([['garden/watering', { ...near, at: near.at - 1 }]]) })).to.equal(
      undefined,
    );
  });

  it('[D115] what is spent is spent for what sells or for what does not, and "show me" ends it', () => {
    const spent = { promotional: { scope: 'all', until: 8 }, other: undefined } as const;
    expect(ask(exclude, { spent })).to.deep.equal({ verdict: 'CAPPED', until: 8, endedBy: SHOW_ME });
    expect(verdict({ spent, offer: { class: 'help' } })).to.equal(undefined);
    const other = { promotional: undefined, other: { scope: 'all', until: 9 } } as const;
    expect(ask(exclude, { spent: other, offer: { class: 'help' } })?.until).to.equal(9);
    expect(verdict({ spent: other })).to.equal(undefined);
  });

  it('[D115] what no invitation lifts has no way out; the law says so itself, and says it to a wish as well', () => {
    const by = (who: 'law' | 'shop'): About => ({
      spent: { promotional: { scope: 'all', until: 8, by: who }, other: undefined },
    });
    expect(ask(exclude, by('shop'))).to.deep.equal({ verdict: 'CAPPED', until: 8 });
    expect(ask(exclude, by('law'))).to.deep.equal({ verdict: 'LAW', until: 8 });
    expect([ask(excludeAsked, by('shop')), ask(excludeAsked, by('law'))]).to.deep.equal([
      undefined,
      { verdict: 'LAW', until: 8 },
    ]);
  });

  it('[D116] what is sensitive needs a purpose of its own, and each that is named must be in', () => {
    const sensitive = { category: ['health', 'medicine'] };
    expect(verdict({ offer: sensitive })).to.equal('NO_PURPOSE');
    expect(verdict({ offer: { ...sensitive, needs: [] } })).to.equal('NO_PURPOSE');
    expect(verdict({ offer: { ...sensitive, needs: ['personalization'] } })).to.equal(undefined);
    expect(verdict({ offer: { needs: ['personalization', 'x'] } })).to.equal('NO_PURPOSE');
    expect(
      verdict({
        offer: { needs: ['personalization', 'x'] },
        situation: { consent: { personalization: 'in', x: 'out' } },
      }),
    ).to.equal('NO_PURPOSE');
  });

  it('[D116] it speaks where it was put; asked about no place, anywhere', () => {
    const placed = { placements: ['cart'] };
    expect(verdict({ offer: placed })).to.equal('WRONG_PLACEMENT');
    expect(verdict({ offer: placed, situation: { placement: 'cart' } })).to.equal(undefined);
    expect(verdict({ offer: placed, situation: { placement: '*' } })).to.equal(undefined);
    expect(verdict({ offer: {}, situation: { placement: 'cart' } })).to.equal(undefined);
  });

  it('[D116] without channels of its own it speaks on the page and on the screen of the shop', () => {
    const through = (channel: Situation['channel'], more: Partial<Offer> = {}): string | undefined =>
      verdict({ situation: { channel }, offer: more }, excludeByCatalog);
    expect((['slot', 'screen', 'banner'] as const).map((each) => through(each))).to.deep.equal([
      undefined,
      undefined,
      'WRONG_CHANNEL',
    ]);
    expect(through('slot', { channels: ['banner'] })).to.equal('WRONG_CHANNEL');
    expect(through('banner', { channels: ['banner'] })).to.equal(undefined);
  });

  it('[D116] people speak only while one is there to be spoken to', () => {
    const there = (offerClass: Offer['class'], ...days: readonly ('we' | 'th')[]): Partial<Situation> => {
      const catalog = shopOf(offer({ id: 'hose', class: offerClass }));
      const people = days.map((day) => ({ id: day, name: day, hours: [{ days: [day], from: '09:00', to: '17:00' }] }));
      return { catalog: { ...situationOf(inputOf(logOf([]), { catalog })).catalog, people } };
    };
    const of = (situation: Partial<Situation>): Excluded | undefined => ask(excludeByCatalog, { situation });
    expect(of(there('human'))).to.equal(undefined);
    expect(of(there('human', 'th'))).to.deep.equal({ verdict: 'NOT_YET' });
    expect(of(there('human', 'th', 'we'))).to.equal(undefined);
    expect(of({ ...there('human', 'we'), offset: -12 * 60 })).to.deep.equal({ verdict: 'NOT_YET' });
    expect(of(there('help', 'th'))).to.equal(undefined);
  });

  it('[D116] it speaks from its first moment to just before its last, and says from when', () => {
    const from = { validFrom: '2025-05-07T08:00:00.000Z' };
    expect(ask(excludeByCatalog, { offer: from, situation: { at: NOW.at - 1 } })).to.deep.equal({
      verdict: 'NOT_YET',
      until: NOW.at,
    });
    expect(verdict({ offer: from })).to.equal(undefined);
    const through = { validThrough: '2025-05-07T08:00:00.000Z' };
    expect(verdict({ offer: through, situation: { at: NOW.at - 1 } }, excludeByCatalog)).to.equal(undefined);
    expect(ask(excludeByCatalog, { offer: through })).to.deep.equal({ verdict: 'EXPIRED' });
  });

  it('[D116] what was bought is not sold again, but may be complemented and explained', () => {
    const of = (offerClass: Offer['class'], bought: readonly string[] = ['p']): string | undefined =>
      verdict({ offer: { class: offerClass, product: 'p' }, bought: new Set(bought) }, excludeByCatalog);
    expect([of('suggest'), of('coupon'), of('complement'), of('inform')]).to.deep.equal([
      'OWNED',
      'OWNED',
      undefined,
      undefined,
    ]);
    expect(of('suggest', ['q'])).to.equal(undefined);
    expect(verdict({ bought: new Set(['p']) })).to.equal(undefined);
  });

  it('[D117] what protects the shopper keeps away credit, whether the offer or the shop sells it', () => {
    const credit = { features: { credit: true } };
    const protections = ['no_credit'] as const;
    const life = new Map([['unemployed', said('unemployed', 'a:2')]]);
    expect(ask(exclude, { offer: credit, situation: { protections }, folded: { life } })).to.deep.equal({
      verdict: 'VULNERABLE',
      cause: ['a:2'],
      endedBy: { do: 'forget', ids: ['a:2'] },
    });
    expect(verdict({ situation: { protections } })).to.equal(undefined);
    expect(verdict({ offer: credit })).to.equal(undefined);
    expect(verdict({ situation: { protections, sector: 'credit' } })).to.equal('VULNERABLE');
    expect(verdict({ situation: { protections: [], sector: 'credit' } })).to.equal(undefined);
  });

  it('[D117] a departure from a habit is no reason to sell where the policy says so; for service it may be', () => {
    const when = { when: { 'rhythm.break': null } };
    const of = (deviation: Policy['deviation'], more: Partial<Offer> = {}): string | undefined =>
      verdict(
        { policy: { deviation }, offer: { ...when, ...more }, situation: { attributes: { rhythm: { break: null } } } },
        excludeOffer,
      );
    expect([of('inbound'), of('service'), of('off')]).to.deep.equal([undefined, 'LAW', 'LAW']);
    expect([of('service', { class: 'help' }), of('off', { class: 'help' })]).to.deep.equal([undefined, 'LAW']);
    expect(verdict({ policy: { deviation: 'off' } })).to.equal(undefined);
    const through = (direction: Situation['direction']): string | undefined =>
      verdict(
        {
          policy: { deviation: 'inbound' },
          offer: when,
          situation: { direction, attributes: { rhythm: { break: null } } },
        },
        excludeOffer,
      );
    expect([through('requested'), through('interrupt'), through('outbound')]).to.deep.equal([undefined, 'LAW', 'LAW']);
  });

  it('[D117] of attributes "never" closes, "less" makes irrelevant, and help is neither', () => {
    const coloured = { features: { colour: 'green' } };
    const closed = (level: number, more: Partial<Offer> = {}): Excluded | undefined =>
      ask(exclude, {
        offer: { ...coloured, ...more },
        closedAttributes: new Map([[evidenceKey('attribute:colour', 'green'), said(level, 'a:9')]]),
      });
    expect(closed(-2)).to.deep.equal({
      verdict: 'NEVER_LIST',
      cause: ['a:9'],
      endedBy: { do: 'forget', ids: ['a:9'] },
    });
    expect(closed(-1)).to.deep.equal({ verdict: 'NOT_RELEVANT' });
    expect(closed(-1, { class: 'help' })).to.equal(undefined);
    expect(closed(-2, { class: 'help' })?.verdict).to.equal('NEVER_LIST');
    expect(closed(-2, { features: { colour: 'red' } })).to.equal(undefined);
  });

  it('[D117] "never" for the offer itself names that row first', () => {
    const never = new Map([[evidenceKey('offer_id', 'hose'), said('offer_id', 'a:8')]]);
    expect(ask(exclude, { folded: { never } })).to.deep.equal({
      verdict: 'NEVER_LIST',
      cause: ['a:8'],
      endedBy: { do: 'forget', ids: ['a:8'] },
    });
  });

  it('[D117] a dismissed offer rests, to the millisecond, unless somebody asks', () => {
    const dismissed = (age: number): ReadonlyMap<string, ReturnType<typeof said<string>>> =>
      new Map([['hose', said('hose', 'a:6', NOW.at - age)]]);
    const own = { dismissedCategories: new Map() };
    expect(ask(exclude, { ...own, folded: { dismissed: dismissed(60 * DAY_MS - 1) } })).to.deep.equal({
      verdict: 'COOLDOWN',
      until: NOW.at + 1,
      cause: ['a:6'],
      endedBy: SHOW_ME,
    });
    expect(verdict({ ...own, folded: { dismissed: dismissed(60 * DAY_MS) } })).to.equal(undefined);
    expect(verdict({ ...own, folded: { dismissed: dismissed(0) }, situation: { invited: true } })).to.equal(undefined);
  });

  it('[D118] its own cap and that of its group hold whatever was asked; that of the site yields', () => {
    const shown = [{ decisionId: 'd', offerId: 'hose', at: NOW.at - 1, promotional: true }];
    const contactsByOffer = new Map([['hose', shown]]);
    const once = { frequency: { custom: [{ cap: 1, period: 'P1D' }] } };
    const often = { frequency: { custom: [{ cap: 9, period: 'P1D' }] } };
    const until = NOW.at - 1 + DAY_MS;
    for (const invited of [false, true]) {
      expect(ask(exclude, { contactsByOffer, offer: once, situation: { invited } })).to.deep.equal({
        verdict: 'CAPPED',
        until,
      });
      expect(ask(exclude, { groupSpent: () => 5, offer: often, situation: { invited } })).to.deep.equal({
        verdict: 'CAPPED',
        until: 5,
      });
    }
    const sameOffer = [{ cap: 1, ms: DAY_MS }];
    expect(ask(exclude, { contactsByOffer, sameOffer })).to.deep.equal({ verdict: 'CAPPED', until, endedBy: SHOW_ME });
    expect(verdict({ contactsByOffer, sameOffer, situation: { invited: true } })).to.equal(undefined);
    expect(verdict({ sameOffer, contactsByOffer: new Map() })).to.equal(undefined);
  });

  it('[D118] what suppresses says until when, and an invitation lifts it', () => {
    const suppress = { after: { outcome: 'dismissed' }, for: 'P1D' } as const;
    const about: About = { offer: { suppress }, suppressedUntil: () => 6 };
    expect(ask(exclude, about)).to.deep.equal({ verdict: 'COOLDOWN', until: 6, endedBy: SHOW_ME });
    expect(verdict({ ...about, situation: { invited: true } })).to.equal(undefined);
  });

  it('[D246] a question waits for what stands in its way, and says what that is', () => {
    const question = { class: 'question', id: 'pets' } as const;
    const put = (told: readonly Told[], more: Partial<Situation> = {}): Excluded | undefined => {
      const base = situationOf(inputOf(logOf(told), { catalog: shopOf(offer(question)) }));
      const here = { ...base, ...more };
      const [compiled] = here.catalog.offers;
      return compiled && inWords(excludeOffer(compiled, readersFor(here, permissionIn(here))));
    };
    expect(put([])).to.equal(undefined);
    expect(put([{ name: 'intent_stated', params: { intent: 'support' } }])).to.deep.equal({ verdict: 'SUPPORT_FIRST' });
    expect(put([{ name: 'begin_checkout' }])).to.deep.equal({ verdict: 'TASK_FOCUS' });
    const until = NOW.at + DAY_MS;
    expect(put([{ name: 'quiet_set', params: { until } }])).to.deep.equal({ verdict: 'QUIET_TIME', until });
    expect(put([{ name: 'mode_set', params: { mode: 'quiet' } }])).to.deep.equal({ verdict: 'QUIET_TIME' });
  });

  it('[D118] at the gate it is worn out', () => {
    const policy = { wear: { halfLifeDays: 7, gate: 5 } };
    expect(verdict({ policy, wearOf: () => 5 })).to.equal('WORN_OUT');
    expect(verdict({ policy, wearOf: () => 4.9 })).to.equal(undefined);
  });

  it('[D119] what was asked for passes what only holds sellers back, and nothing else', () => {
    const wishesOf = (): readonly Wish[] => [WISH];
    const free: About = { wishesOf, spent: { promotional: { scope: 'all', until: 8 }, other: undefined } };
    expect(verdict({ ...free, taste: { fit: -1 }, satiationOf: () => 1, wearOf: () => 99 })).to.equal(undefined);
    expect(verdict({ ...free, wishesOf: () => [] })).to.equal('CAPPED');
    expect(verdict({ ...free, policy: { classes: [] } })).to.equal('CONTRACT');
    expect(verdict({ ...free, neverOf: () => ['a:1'] })).to.equal('NEVER_LIST');
    expect(verdict({ ...free, offer: { placements: ['cart'] } })).to.equal('WRONG_PLACEMENT');
    const protections = ['no_credit'] as const;
    expect(verdict({ ...free, situation: { protections, sector: 'credit' } }, excludeAsked)).to.equal('VULNERABLE');
    const never = new Map([[evidenceKey('offer_id', 'hose'), said('offer_id', 'a:8')]]);
    expect(verdict({ ...free, folded: { never } }, excludeAsked)).to.equal('NEVER_LIST');
    const nobody = {
      refused: [{ silence: { reason: 'MINOR', leave: 'empty' }, cause: [], allows: [] }],
      classes: new Set<never>(),
    } as const;
    expect(verdict({ ...free, permission: nobody })).to.equal('MINOR');
  });

  it('[D119] the lot is asked before the offer, and the catalogue before the shopper', () => {
    const both: About = { satiationOf: () => 1, wearOf: () => 99, offer: { placements: ['cart'] } };
    expect([
      verdict(both),
      verdict(both, excludeLot),
      verdict(both, excludeOffer),
      verdict(both, excludeByCatalog),
    ]).to.deep.equal(['SATIATED', 'SATIATED', 'WRONG_PLACEMENT', 'WRONG_PLACEMENT']);
    expect(verdict({ wearOf: () => 99 }, excludeLot)).to.equal(undefined);
    expect(verdict({ wearOf: () => 99 })).to.equal('WORN_OUT');
    for (const offerClass of PROMOTIONAL)
      expect(verdict({ offer: { class: offerClass, openTo: 'everyone' } }), offerClass).to.equal(undefined);
  });
});
