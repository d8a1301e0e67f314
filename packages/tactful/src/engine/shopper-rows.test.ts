import { expect } from 'chai';
import fc from 'fast-check';
import {
  clicked,
  decideOn,
  foldOf,
  GARDEN_SHOP,
  HOSE,
  logOf,
  NOW,
  verdicts,
  type Told,
} from '../../test/garden-shop.js';
import { shuffledBy } from '../../test/arbitraries.js';
import { DAY_MS, HOUR_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import { isDemographic } from './demographic.js';
import type { Event } from './event.js';
import { DEFAULT_MODEL, DEFAULT_POLICY } from './policy.js';
import type { ProfileRow, ProfileRule } from './profile-row.js';
import { profileView } from './profile.js';

const catalog = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
const profileOf = (log: readonly Event[], at = 0): readonly ProfileRow[] =>
  profileView({
    folded: foldOf(log),
    catalog,
    model: DEFAULT_MODEL,
    policy: DEFAULT_POLICY,
    now: { ...NOW, at: NOW.at + at },
  }).profile;
const rows = (rule: ProfileRule, told: readonly Told[], at = 0): readonly ProfileRow[] =>
  profileOf(logOf(told), at).filter((row) => row.rule === rule);
const idsOf = (found: readonly ProfileRow[]): readonly string[] => found.map(({ id }) => id);
const said = (name: Told['name'], params: Told['params'] = {}, at = 0): Told => ({ name, at, params });

/** Something of everything, all in one visit. */
const EVERYTHING: readonly Told[] = [
  ...clicked(HOSE, 0),
  said('page_view', { page_type: 'specs' }, 2000),
  said('page_view', { page_type: 'specs' }, 3000),
  said('permission_set', { channel: 'email', allowed: true }, 4000),
  said('goal_stated', { goal: 'least work' }, 5000),
  said('life_event_stated', { event: 'moving house' }, 6000),
  said('question_put', { question_id: 'pets' }, 7000),
  said('question_answered', { question_id: 'pets', value: 2 }, 8000),
  said('question_declined', { question_id: 'income_class' }, 9000),
  said('task_started', { task_id: 'album', title: 'Summer' }, 10_000),
  said('offer_shown', { offer_id: 'hose', channel: 'email' }, 11_000),
  said('complaint_opened', { complaint_id: 'c' }, 12_000),
  said('purchase', { items: [HOSE] }, 13_000),
  said('mode_set', { mode: 'normal' }, 14_000),
  said('promise_made', { promise_id: 'p', due: NOW.at + DAY_MS }, 14_001),
  said('suggestion_made', { suggestion_id: 's', text: 'sell refills' }, 14_002),
  said('feedback_given', { score: 4, text: 'fine' }, 14_003),
  said('never_stated', { class: 'coupon' }, 14_004),
  said('preference_stated', { facet: 'brand', value: 'Sprig', level: 1 }, 14_005),
  said('quiet_set', { until: NOW.at + DAY_MS }, 14_006),
  said('relationship_stated', { type: 'basic' }, 14_007),
  said('visit_marked', { as: 'person', person: 'Ada' }, 15_000),
];

describe('the state of the shopper in the profile', () => {
  it('[P58] every line has its rows, its estimate where it is a number, and what to do about it', () => {
    for (const row of profileOf(logOf(EVERYTHING), 16_000)) {
      expect(row.evidence, row.id).to.not.be.empty;
      expect(row.corrections, row.id).to.not.be.empty;
      if (['annoyance', 'fatigue', 'satiation'].includes(row.rule))
        expect(row.estimate, row.id).to.deep.include({ elicited: true });
    }
  });

  it('[P58] what was said is a fact, told by the row that said it', () => {
    const facts = profileOf(logOf(EVERYTHING), 16_000).filter(
      ({ kind, provenance }) => kind === 'fact' && provenance === 'declared',
    );
    expect(facts.map(({ id, evidence }) => `${id}: ${evidence.join(' ')}`)).to.include.members([
      'channel channel email: a:5',
      'goal goal least work: a:6',
      'life life moving house: a:7',
      'answer pets 2: a:9',
      'declined income_class : a:10',
      'task album Summer: a:11',
      'visit visit Ada: a:23',
    ]);
  });

  it('[P58] each can be corrected in one tap', () => {
    const correctionsOf = (rule: ProfileRule): readonly unknown[] =>
      rows(rule, EVERYTHING, 16_000).flatMap(({ corrections }) => corrections);
    expect(correctionsOf('channel')).to.deep.include({
      do: 'declare',
      statement: { kind: 'channel', channel: 'email', allowed: false },
    });
    expect(correctionsOf('task')).to.deep.include({ do: 'task', id: 'album', state: 'ended' });
    expect(correctionsOf('complaint')).to.deep.include({ do: 'resolve', complaint: 'c' });
    expect(correctionsOf('annoyance')).to.deep.include({ do: 'resolve', complaint: 'c' });
    expect(correctionsOf('intent')).to.deep.include({ do: 'declare', statement: { kind: 'intent', intent: 'fun' } });
    expect(correctionsOf('visit')).to.deep.include({ do: 'declare', statement: { kind: 'visit', as: 'not_me' } });
    expect(correctionsOf('life')).to.deep.equal([{ do: 'forget', ids: ['a:7'] }]);
  });

  it('[P44] an intent is concluded from three rows, withheld below, and told when it was said', () => {
    const specs = (n: number): readonly Told[] =>
      Array.from({ length: n }, () => said('page_view', { page_type: 'specs' }));
    const [few] = rows('intent', specs(2));
    expect([few?.kind, few?.because, few?.value]).to.deep.equal(['withheld', 'few', '']);
    const [seen] = rows('intent', specs(3));
    expect([seen?.kind, seen?.value, seen?.weight]).to.deep.equal(['conclusion', 'info', 3]);
    expect(seen?.estimate).to.deep.include({ unit: 'probability', rival: { name: 'everybody', value: 0.3 } });
    const unsure = ['search', 'view_item_list', 'view_item'].map((name) =>
      said(name as Told['name'], { items: [HOSE] }),
    );
    expect(rows('intent', unsure)[0]?.because).to.equal('unsure');
    const [stated] = rows('intent', [said('intent_stated', { intent: 'kopen' }), ...specs(3)]);
    expect([stated?.kind, stated?.value, stated?.provenance]).to.deep.equal(['fact', 'buy', 'declared']);
    expect(rows('intent', specs(3), HOUR_MS)).to.deep.equal([]);
  });

  it('[P45] C8: what can be picked up is told, with its rows', () => {
    const told = [...clicked(HOSE, 0), ...[2000, 3000].map((at) => said('page_view', { page_type: 'specs' }, at))];
    const [row] = rows('intent', told, DAY_MS);
    expect([row?.id, row?.evidence]).to.deep.equal(['intent unfinished garden/watering', ['a:2', 'a:3', 'a:4']]);
  });

  it('[P46] annoyance is told with the standing that follows from it, until it has faded', () => {
    const told = [said('complaint_opened', { complaint_id: 'c' }), said('offer_dismissed', { offer_id: 'hose' })];
    const [row] = rows('annoyance', told);
    expect([row?.value, row?.evidence, row?.estimate?.value]).to.deep.equal(['make_it_right', ['a:1', 'a:2'], 1.75]);
    expect(rows('annoyance', told.slice(1), 150 * DAY_MS)).to.deep.equal([]);
  });

  it('[P49] being tired of messages is told by who came to whom', () => {
    const told = [
      said('offer_shown', { offer_id: 'hose' }),
      said('offer_shown', { offer_id: 'hose', channel: 'call' }),
    ];
    expect(idsOf(rows('fatigue', told))).to.deep.equal(['fatigue fatigue inbound', 'fatigue fatigue outbound']);
    expect(idsOf(rows('fatigue', told, 10 * DAY_MS))).to.deep.equal(['fatigue fatigue outbound']);
  });

  it('[P50] a need that is met is told, a sensitive one never', () => {
    const pills = { item_id: 'p', item_category: 'medicine' };
    const told = [said('purchase', { items: [HOSE, pills] })];
    expect(idsOf(rows('satiation', told))).to.deep.equal(['satiation category garden/watering']);
    expect(rows('satiation', told, 14 * DAY_MS)[0]?.estimate?.value).to.equal(0.5);
  });

  it('[P50] a met need names every purchase that met it, the narrower ones too', () => {
    const told = [
      said('purchase', { items: [{ item_id: 'gloves', item_category: 'garden' }] }),
      said('purchase', { items: [HOSE] }, 1),
    ];
    expect(rows('satiation', told).map(({ value, evidence }) => [value, ...evidence])).to.deep.equal([
      ['garden', 'a:1', 'a:2'],
      ['garden/watering', 'a:2'],
    ]);
  });

  it('[P54] K11: unfinished work is told until it is ended', () => {
    const told = [said('task_started', { task_id: 'album' })];
    expect(idsOf(rows('task', told, 90 * DAY_MS))).to.deep.equal(['task album album']);
    expect(rows('task', [...told, said('task_ended', { task_id: 'album' }, 1)], 2)).to.deep.equal([]);
  });

  it('[P55] K2: an answer that has expired is told no more', () => {
    const told = [said('question_answered', { question_id: 'pets', value: 'cat', expires: NOW.at + DAY_MS })];
    expect([DAY_MS - 1, DAY_MS].map((at) => idsOf(rows('answer', told, at)))).to.deep.equal([['answer pets cat'], []]);
  });

  it('[P20] K14: whose visit it is is told while it goes on', () => {
    const told = [said('visit_marked', { as: 'gift' })];
    expect(idsOf(rows('visit', told, 1))).to.deep.equal(['visit visit gift']);
    expect(rows('visit', told, HOUR_MS)).to.deep.equal([]);
    expect(rows('visit', [...told, said('page_view', {}, HOUR_MS)], HOUR_MS)).to.deep.equal([]);
  });
});

describe('C5: one dial', () => {
  it('[P51] C5: the dial is a fact of its own and sorts nobody: without it two profiles are one', () => {
    const told = [...clicked(HOSE, 0), said('purchase', { items: [HOSE] }, 2000)];
    const without = profileOf(logOf(told), 4000);
    for (const mode of ['paused', 'quiet', 'normal', 'show_me']) {
      const found = profileOf(logOf([...told, said('mode_set', { mode }, 3000)]), 4000);
      expect(idsOf(found.filter(({ rule }) => rule === 'mode'))).to.deep.equal([`mode mode ${mode}`]);
      expect(found.filter(({ rule }) => rule !== 'mode')).to.deep.equal(without);
    }
  });
});

/** What a line of the profile can be about, besides the shop's own questions and tasks and the attributes of things. */
const CLOSED: readonly string[] = [
  // what was said, done and shown
  ...['category', 'brand', 'offer_id', 'class', 'mode', 'quiet', 'channel', 'goal', 'life', 'visit', 'purchase'],
  // the relation
  ...['complaint', 'open', 'kept', 'broken', 'acknowledged', 'followed', 'feedback', 'signal'],
  // what is concluded
  ...['price', 'unlearned', 'relationship', 'relation', 'intent', 'unfinished', 'annoyance', 'fatigue'],
];

describe('K13: not demographics', () => {
  it('[P58] K13: of everything that is known no facet is about what a CRM knows of people', () => {
    const facets = new Set(
      profileOf(logOf(EVERYTHING), 16_000)
        .filter(({ rule }) => !['answer', 'declined', 'task'].includes(rule))
        .map(({ facet }) => facet),
    );
    expect([...facets].filter((facet) => isDemographic(facet))).to.deep.equal([]);
    expect(CLOSED).to.include.members([...facets]);
  });

  it('[P58] K13: what an item or a page says of a person is learned by no part', () => {
    const item = { ...HOSE, gender: 'female', age_group: 'senior' };
    const told = [...clicked(item, 0), said('page_view', { page_type: 'specs', income: 'wealthy' }, 2000)];
    const text = JSON.stringify(profileOf(logOf(told), 3000));
    for (const word of ['female', 'senior', 'wealthy', 'gender', 'income']) expect(text).to.not.contain(word);
  });
});

describe('K15: bring your orders', () => {
  const order = (at: number, transaction: string, replica = 'a'): Event => ({
    ...(logOf([said('purchase', { transaction_id: transaction, items: [HOSE] }, at)])[0] as Event),
    id: `${replica}:${String(at + 1e9)}`,
    origin: 'relation',
  });
  const handed = [order(-200 * DAY_MS, 't1'), order(-100 * DAY_MS, 't2')];

  it('[P57] K15: the same order twice is once, from whichever tab it comes', () => {
    const again = [order(-200 * DAY_MS, 't1', 'b'), order(-99 * DAY_MS, 't2', 'b')];
    expect(foldOf([...handed, ...again]).purchases.map(({ id }) => id)).to.deep.equal(handed.map(({ id }) => id));
    const own = logOf([said('purchase', { transaction_id: 't2', items: [HOSE] }, -98 * DAY_MS)]);
    expect(foldOf([...handed, ...own]).purchases).to.have.lengthOf(2);
  });

  it('[P57] K15: what was bought before the browser was cleared is owned, and not suggested again', () => {
    const looks = logOf([...clicked(HOSE, 0), ...clicked(HOSE, 2000), ...clicked(HOSE, 4000)]);
    expect(verdicts(decideOn([...handed, ...looks], { at: 5000 }))).to.include('OWNED');
    expect(verdicts(decideOn(looks, { at: 5000 }))).to.not.include('OWNED');
  });

  it('[P57] K15: taste learns nothing from what is known of the relation, and no visit is made of it', () => {
    expect([...foldOf(handed).evidence]).to.deep.equal([]);
    expect(profileOf(handed).filter(({ rule }) => rule === 'affinity' || rule === 'intent')).to.deep.equal([]);
  });

  it('[P57] K15: an order of the past empties no cart, and ends no check-out', () => {
    const busy = logOf([said('add_to_cart', { items: [HOSE] }), said('begin_checkout', {}, 1)]);
    const late = { ...order(2, 't3'), at: NOW.at + 2 };
    const { cart, checkout } = foldOf([...busy, late]);
    expect([cart.size, checkout?.id]).to.deep.equal([1, 'a:2']);
  });
});

describe('laws of the state of the shopper', () => {
  const WORDS: readonly ((n: number) => Pick<Told, 'name' | 'params'>)[] = [
    (n) => ({ name: 'page_view', params: { page_type: ['specs', 'faq', 'lookbook', 'home'][n % 4] ?? '' } }),
    () => ({ name: 'view_item', params: { items: [HOSE] } }),
    (n) => ({ name: 'intent_stated', params: { intent: n % 2 ? 'buy' : 'help' } }),
    (n) => ({ name: 'complaint_opened', params: { complaint_id: `c${String(n % 3)}`, kind: 'late' } }),
    (n) => ({ name: 'complaint_resolved', params: { complaint_id: `c${String(n % 3)}`, ok: n % 5 > 0 } }),
    (n) => ({ name: 'service_failure', params: { severity: n, kind: n % 2 ? 'late' : 'broken' } }),
    (n) => ({ name: 'permission_set', params: { channel: 'email', allowed: n % 2 > 0 } }),
    () => ({ name: 'opted_out', params: {} }),
    (n) => ({ name: 'goal_stated', params: { goal: n % 3 ? `g${String(n)}` : null } }),
    (n) => ({ name: 'life_event_stated', params: { event: `e${String(n % 2)}` } }),
    (n) => ({ name: 'question_put', params: { question_id: `q${String(n % 2)}`, valid_for: 'P1D' } }),
    (n) => ({ name: 'question_answered', params: { question_id: `q${String(n % 2)}`, value: n } }),
    (n) => ({ name: 'question_declined', params: { question_id: `q${String(n % 2)}` } }),
    (n) => ({ name: 'task_started', params: { task_id: `t${String(n % 2)}` } }),
    (n) => ({ name: 'task_ended', params: { task_id: `t${String(n % 2)}` } }),
    (n) => ({ name: 'visit_marked', params: n % 2 ? { as: 'gift' } : { as: 'person', person: 'Ada' } }),
    (n) => ({ name: 'offer_shown', params: { offer_id: 'hose', channel: n % 2 ? 'email' : 'slot' } }),
    (n) => ({
      name: n % 2 ? 'offer_dismissed' : 'offer_accepted',
      params: { offer_id: 'hose', decision_id: `d${String(n)}` },
    }),
    (n) => ({ name: 'quiet_set', params: { until: NOW.at + n * HOUR_MS } }),
    () => ({ name: 'purchase', params: { items: [HOSE] } }),
  ];
  const logs = fc
    .array(fc.tuple(fc.nat(WORDS.length - 1), fc.nat(9), fc.constantFrom(0, 1000, 20 * 60_000, HOUR_MS, 40 * DAY_MS)), {
      maxLength: 40,
    })
    .map((steps) => {
      let at = 0;
      return logOf(
        steps.map(([word, n, gap]) => {
          at += gap;
          return { at, ...(WORDS[word]?.(n) ?? { name: 'page_view', params: {} }) };
        }),
      );
    });
  const textOf = (log: readonly Event[], at: number): string => JSON.stringify(profileOf(log, at));

  it('[P2] law: the profile of any log is the same in whatever order its rows arrived, and holds nothing that is no number', () => {
    fc.assert(
      fc.property(logs, fc.nat(), fc.nat(400), (log, seed, days) => {
        const at = (log[log.length - 1]?.at ?? NOW.at) - NOW.at + days * HOUR_MS;
        const text = textOf(log, at);
        expect(textOf(shuffledBy(log, seed), at)).to.equal(text);
        for (const { estimate, id } of profileOf(log, at))
          if (estimate) expect(Number.isFinite(estimate.value), id).to.equal(true);
      }),
    );
  });
});
