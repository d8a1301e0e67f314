import { expect } from 'chai';
import { compileCatalog } from './compile-catalog.js';
import { compileCondition } from './condition.js';
import type { Event } from './event.js';
import { originOf, type EventName } from './event-names.js';
import { HISTORY, historyOf, type HistoryState } from './fold-history.js';
import type { FoldConfig, FoldRow } from './fold-part.js';
import { DEFAULT_MODEL } from './policy.js';
import { defaultPurposes, type Purpose } from './purpose.js';
import { NO_VISIT } from './visit.js';

const CATALOG = compileCatalog({ format: 'tactful-catalog', version: '1', currency: 'EUR', offers: [] }, DEFAULT_MODEL);

/** A row as the fold hands it on: what the example is about is given. */
type Told = Partial<Event> & Pick<Event, 'name'> & Partial<Pick<FoldRow, 'mark'>>;

function foldOf(told: readonly Told[], purposes?: readonly Purpose[]): HistoryState {
  const config: FoldConfig = {
    catalog: CATALOG,
    model: DEFAULT_MODEL,
    wearHalfLifeDays: 1,
    ...(purposes ? { purposes } : {}),
  };
  const state = HISTORY.empty();
  told.forEach(({ mark, ...given }, index) => {
    const event: Event = {
      id: `a:${String(index + 1)}`,
      at: index,
      offset: 0,
      origin: originOf(given.name),
      purpose: 'personalization',
      params: { n: index },
      v: 1,
      ...given,
    };
    const row: FoldRow = {
      event,
      items: [],
      visit: NO_VISIT,
      startsVisit: false,
      mark,
      tells: false,
      refunded: false,
      config,
    };
    HISTORY.add(state, row);
  });
  return state;
}

const namesIn = ({ happened }: HistoryState): readonly string[] => [...happened.keys()];
const purpose = (about: Partial<Purpose>): Purpose => ({ ...(defaultPurposes()[0] as Purpose), ...about });

describe('fold of the past', () => {
  it('[L27] rows by name in the order of the log, each with its place among all', () => {
    const { happened, happenings } = foldOf([{ name: 'view_item' }, { name: 'search' }, { name: 'view_item', at: 1 }]);
    expect([...happened]).to.deep.equal([
      [
        'view_item',
        [
          { at: 0, nth: 0, params: { n: 0 } },
          { at: 1, nth: 2, params: { n: 2 } },
        ],
      ],
      ['search', [{ at: 1, nth: 1, params: { n: 1 } }]],
    ]);
    expect(happenings).to.equal(3);
  });

  it('[L27] what tactful writes itself is there', () => {
    const names: readonly EventName[] = ['offer_shown', 'offer_dismissed', 'preference_stated', 'question_answered'];
    const told = [...names, 'quiet_set', 'task_started', 'offer_decided'] as const;
    for (const purposes of [undefined, defaultPurposes()])
      expect(
        namesIn(
          foldOf(
            told.map((name) => ({ name })),
            purposes,
          ),
        ),
      ).to.deep.equal(told);
  });

  it('[L27] what is incidental, of the relation or from elsewhere is not, whatever the purposes', () => {
    const told: readonly Told[] = [
      { name: 'view_item', origin: 'incidental' },
      { name: 'complaint_opened' },
      { name: 'purchase', origin: 'relation' },
      { name: 'purchase', origin: 'imported' },
    ];
    for (const purposes of [undefined, defaultPurposes()]) expect(namesIn(foldOf(told, purposes))).to.deep.equal([]);
    expect(namesIn(foldOf([{ name: 'view_item', origin: 'site' }], defaultPurposes()))).to.deep.equal(['view_item']);
  });

  it('[L27] only for a purpose with the use offers: what may only keep silent is no ground to speak', () => {
    const told: readonly Told[] = [
      { name: 'view_item' },
      { name: 'offer_accepted' },
      { name: 'view_item', purpose: 'silence' },
      { name: 'offer_shown', purpose: 'silence' },
      { name: 'search', purpose: 'gone' },
    ];
    const purposes = [purpose({}), purpose({ id: 'silence', uses: ['caps', 'affinity'] })];
    const read = foldOf(told, purposes);
    expect(namesIn(read)).to.deep.equal(['view_item', 'offer_accepted']);
    expect(read.happened.get('view_item')).to.have.length(1);
    expect(namesIn(foldOf(told, [purpose({ uses: ['offers'] })]))).to.deep.equal(['view_item', 'offer_accepted']);
    expect(namesIn(foldOf(told, []))).to.deep.equal([]);
  });

  it('[L27] what others did on a visit marked as theirs is not there, what they were shown is; a gift is there', () => {
    const told = (mark: FoldRow['mark']): readonly Told[] => [
      { name: 'view_item', mark },
      { name: 'offer_shown', mark },
    ];
    expect(namesIn(foldOf(told('gift')))).to.deep.equal(['view_item', 'offer_shown']);
    expect(namesIn(foldOf(told('not_me')))).to.deep.equal(['offer_shown']);
    expect(namesIn(foldOf(told({ person: 'Ada' })))).to.deep.equal(['offer_shown']);
  });

  it('[L27] is the past that a condition reads', () => {
    const state = foldOf([
      { name: 'view_item', at: 1000 },
      { name: 'add_to_cart', at: 1000 },
    ]);
    const test = compileCondition({
      $history: { event: ['view_item', 'add_to_cart'], order: 'ordered', within: 'PT1S' },
    });
    expect([999, 1000, 1999, 2000].map((at) => test({}, historyOf(state, at)))).to.deep.equal([
      false,
      true,
      true,
      false,
    ]);
    expect(historyOf(state, 0).rows('refund')).to.deep.equal([]);
    expect(historyOf(state, 0).rows('constructor')).to.deep.equal([]);
  });

  it('[L27] an empty fold shares nothing with another', () => {
    foldOf([{ name: 'view_item' }]);
    expect(HISTORY.empty()).to.deep.equal({ happened: new Map(), happenings: 0 });
  });
});
