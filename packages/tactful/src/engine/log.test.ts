import { expect } from 'chai';
import { GARDEN_SHOP, HOSE, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { HOUR_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import { erasureOfAll, erasureOfIds, erasureOfValue, type DigestOf, type Erasure } from './erasure.js';
import type { Event } from './event.js';
import { foldLog, growingFold } from './fold.js';
import { fingerprint } from './hash.js';
import { mergeLogs, visibleEvents, type Log } from './log.js';
import { DEFAULT_MODEL } from './policy.js';

const TOLD: readonly Told[] = [
  { name: 'view_item', at: -3 * HOUR_MS, params: { items: [HOSE] } },
  { name: 'purchase', at: -2 * HOUR_MS, params: { transaction_id: 't1', items: [HOSE] } },
  { name: 'preference_stated', at: -HOUR_MS, params: { facet: 'brand', value: 'Boor', level: 1 } },
  { name: 'page_view', at: HOUR_MS },
];
const ROWS = logOf(TOLD);
const asked = { id: 'x1', at: NOW.at };
const digestOf: DigestOf = (id, value) => fingerprint([id, value]);
const rowsOf = (events: readonly Event[], ...erasures: readonly Erasure[]): Log => ({ events, erasures });
const visible = (log: Log): string =>
  visibleEvents(log, digestOf)
    .map(({ id }) => id)
    .join(' ');
const elsewhere = (row: Event | undefined, about: Partial<Event> = {}): readonly Event[] =>
  row ? [{ ...row, id: 'b:1', ...about }] : [];

describe('merging two logs', () => {
  it('[P75] is the union of rows and erasures, in canonical order', () => {
    const a = rowsOf(ROWS.slice(0, 2), erasureOfIds(['b:9'], asked));
    const b = rowsOf(ROWS.slice(1), erasureOfIds(['b:8'], { ...asked, id: 'x0' }));
    const merged = mergeLogs(b, a);
    expect(merged.events).to.deep.equal(ROWS);
    expect(merged.erasures.map(({ id }) => id)).to.deep.equal(['x0', 'x1']);
    expect(mergeLogs(a, b)).to.deep.equal(merged);
  });

  it('[P75] of two copies in different words all devices keep the same one', () => {
    const [one] = ROWS;
    const other = { ...one, params: { note: 'written over' } } as Event;
    const [first, second] = [rowsOf([other]), rowsOf(ROWS.slice(0, 1))];
    expect(mergeLogs(first, second)).to.deep.equal(mergeLogs(second, first));
    expect(mergeLogs(first, second).events).to.have.length(1);
  });

  it('[P75] an erasure that both hold erases what either does', () => {
    const parts = [erasureOfIds(['a:1', 'a:2'], asked), { ...asked, before: 7, ids: ['a:3', 'odd'] }] as const;
    const merged = mergeLogs(rowsOf([], parts[0]), rowsOf([], parts[1]));
    expect(merged.erasures).to.deep.equal([
      { ...asked, ids: ['odd'], ranges: [{ replica: 'a', from: 1, to: 3 }], before: 7 },
    ]);
    expect(mergeLogs(merged, rowsOf([], parts[0]))).to.deep.equal(merged);
  });
});

describe('a row that comes in two wordings', () => {
  const catalog = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
  const config = { catalog, model: DEFAULT_MODEL, wearHalfLifeDays: 7 };
  const [looked, ...rest] = ROWS;
  const copies = (['observed', 'incidental'] as const).map((origin) => ({ ...looked, origin }) as Event);

  it('[P75] counts once and alike for a fold that grows, whichever wording comes first', () => {
    for (const [first, then] of [copies, [...copies].reverse()]) {
      if (!first || !then) throw new Error('two copies');
      const fold = growingFold(config);
      fold.add([first]);
      fold.add(rest);
      fold.read();
      fold.add([then]);
      const grown = fold.read();
      expect(grown).to.deep.equal(foldLog([then, ...rest, first], config));
      expect(grown.rows).to.equal(3);
    }
  });
});

describe('an erasure', () => {
  it('[P76] of rows is ranges per replica, and what it meets is gone', () => {
    const erasure = erasureOfIds(['a:2', 'b:1', 'a:1', 'a:4'], asked);
    expect(erasure.ranges).to.deep.equal([
      { replica: 'a', from: 1, to: 2 },
      { replica: 'a', from: 4, to: 4 },
      { replica: 'b', from: 1, to: 1 },
    ]);
    expect(visible(rowsOf(ROWS, erasure))).to.equal('a:3');
  });

  it('[P76] is read as it is stored today too: a list of ids', () => {
    expect(visible(rowsOf(ROWS, { ...asked, ids: ['a:1', 'a:3'] }))).to.equal('a:2 a:4');
  });

  it('[P76] an id that only looks like a row of the range is another row', () => {
    const [row] = elsewhere(ROWS[0], { id: 'a:01' });
    expect(visible(rowsOf(row ? [row] : [], erasureOfIds(['a:1'], asked)))).to.equal('a:01');
  });

  it('[P76] of everything is one moment, and names only the rows that this would miss', () => {
    const erasure = erasureOfAll(ROWS, asked);
    expect(erasure).to.deep.equal({ ...asked, before: NOW.at, ranges: [{ replica: 'a', from: 4, to: 4 }] });
    const old = rowsOf([...ROWS, ...elsewhere(ROWS[1])]);
    expect(visible(mergeLogs(rowsOf([], erasure), old))).to.equal('');
  });

  it('[P76] of everything leaves what comes later, and the bare rules that carry no date', () => {
    const [later] = elsewhere(ROWS[1], { id: 'c:1', at: NOW.at });
    const [rule] = elsewhere(ROWS[2], { id: 'r:0', at: 0 });
    const kept = [later, rule].flatMap((row) => (row ? [row] : []));
    expect(visible(rowsOf([...ROWS, ...kept], erasureOfAll(ROWS, asked)))).to.equal('r:0 c:1');
  });

  it('[P76] of a value meets rows that nobody here has seen, up to the moment it was asked for', () => {
    const erasure = erasureOfValue({ facet: 'category', value: 'garden', events: ROWS }, asked, { digestOf });
    const other = elsewhere(ROWS[0], { at: NOW.at - 1 });
    const later = elsewhere(ROWS[0], { id: 'c:1', at: NOW.at + 1 });
    expect(visible(rowsOf([...ROWS, ...other, ...later], erasure))).to.equal('a:3 c:1 a:4');
    // without the digest it was made with, only what is named by id
    expect(visibleEvents(rowsOf([...ROWS, ...other], erasure)).map(({ id }) => id)).to.include('b:1');
  });

  it('[P76] of what was stated meets the statement', () => {
    const about = { facet: 'stated', value: 'brand Boor', events: [] } as const;
    expect(visible(rowsOf(ROWS, erasureOfValue(about, asked, { digestOf })))).to.equal('a:1 a:2 a:4');
  });

  it('[P77] holds no word of what it erased', () => {
    const text = JSON.stringify(erasureOfValue({ facet: 'brand', value: 'Sprig', events: ROWS }, asked, { digestOf }));
    expect(text).to.contain(digestOf('x1', 'Sprig'));
    for (const word of ['Sprig', 'garden', 'watering', 'hose-25', 't1']) expect(text).to.not.contain(word);
  });
});
