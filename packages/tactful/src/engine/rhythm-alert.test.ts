import { expect } from 'chai';
import { foldOf, GARDEN_SHOP, HOSE, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import { DEFAULT_MODEL, DEFAULT_POLICY } from './policy.js';
import type { ProfileRead } from './profile-row.js';
import { rhythmAlert, rhythmBreaks } from './rhythm-alert.js';

const catalog = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
/** A log read so many days after {@link NOW}. */
const read = (told: readonly Told[], day: number): ProfileRead => ({
  folded: foldOf(logOf(told)),
  catalog,
  model: DEFAULT_MODEL,
  policy: DEFAULT_POLICY,
  now: { ...NOW, at: NOW.at + day * DAY_MS },
});
const bought = (day: number, price = 2495): Told => ({
  name: 'purchase',
  at: day * DAY_MS,
  params: { items: [{ ...HOSE, price }] },
});
/** Every week until day 0, on which a visit goes by without a purchase of the same kind. */
const weekly = (price = 2495): readonly Told[] =>
  [-70, -63, -56, -49, -42, -35, -28, -21].map((day) => bought(day, price));
const names = (found: ProfileRead): readonly string[] =>
  rhythmBreaks(found).map(({ habit: { facet, value } }) => `${facet} ${value}`.trim());

describe('rhythm alert', () => {
  it('[P24] M8: a broken rhythm is noticed, the most surprising first, and tells of nothing but the habit', () => {
    const alert = rhythmAlert(read(weekly(), 60));
    expect(Object.keys(alert ?? {}).sort()).to.deep.equal(['askFirst', 'bits', 'evidence', 'habit', 'survival']);
    expect(alert?.evidence).to.have.lengthOf(8);
    expect(alert?.askFirst).to.equal(false);
    expect(alert?.bits).to.be.above(7);
    expect(names(read(weekly(), 60))).to.include.members(['visit', 'purchase', 'category garden/watering']);
  });

  it('[P24] M8: within the rhythm there is none', () => {
    expect(names(read(weekly(), -14))).to.deep.equal([]);
    expect(rhythmAlert(read([], 0))).to.equal(undefined);
  });

  it('[P24] three gaps are too few, and a habit of little worth is not missed', () => {
    expect(names(read(weekly().slice(-4), 300))).to.deep.equal([]);
    // A visit has no price, so it counts.
    expect(names(read(weekly(9), 300))).to.deep.equal(['visit']);
  });

  it('[P24] habits that count share the threshold', () => {
    const one = read(weekly(), 300);
    const { survival = 0 } = rhythmBreaks(one)[0] ?? {};
    const at = (alertBelow: number): number =>
      rhythmBreaks({ ...one, policy: { ...DEFAULT_POLICY, rhythm: { ...DEFAULT_POLICY.rhythm, alertBelow } } }).length;
    // Visits, purchases, two category prefixes, and visits that look at the garden.
    expect([at(survival * 5.01) > 0, at(survival * 4.99)]).to.deep.equal([true, 0]);
  });

  it('[P24] M8: after a failure within the last gap the first question is what went wrong', () => {
    const failed: Told = { name: 'service_failure', at: -20 * DAY_MS };
    const early: Told = { name: 'service_failure', at: -30 * DAY_MS };
    expect(rhythmAlert(read([...weekly(), failed], 60))).to.deep.include({ askFirst: true });
    expect(rhythmAlert(read([...weekly(), failed], 60))?.evidence).to.include('a:9');
    expect(rhythmAlert(read([...weekly(), early], 60))).to.deep.include({ askFirst: false });
  });

  it('[P24] M8: a complaint that is itself the last visit is named once', () => {
    const said: Told = { name: 'complaint_opened', at: -20 * DAY_MS, origin: 'observed' };
    const named = rhythmBreaks(read([...weekly(), said], 400)).map(({ evidence }) => evidence);
    expect(named.some((ids) => ids.includes('a:9'))).to.equal(true);
    for (const ids of named) expect(new Set(ids).size).to.equal(ids.length);
  });

  it('[P24] M8: an open complaint, and anything shown in the last fortnight, holds it back', () => {
    const open: Told = { name: 'complaint_opened', at: 0, params: { complaint_id: 'c' } };
    const solved: Told = { name: 'complaint_resolved', at: 1, params: { complaint_id: 'c' } };
    const shown: Told = { name: 'offer_shown', at: -20 * DAY_MS, params: { offer_id: 'hose', decision_id: 'd' } };
    expect(rhythmAlert(read([...weekly(), open], 60))).to.equal(undefined);
    expect(rhythmAlert(read([...weekly(), open, solved], 60))).to.deep.include({ askFirst: true });
    const quiet = (day: number): boolean => rhythmAlert(read([...weekly(), shown], day)) === undefined;
    expect(rhythmBreaks(read([...weekly(), shown], 60))).to.have.length.above(0);
    expect([quiet(-7), quiet(60)]).to.deep.equal([true, false]);
  });

  it('[P24] visits that no longer look at a category break a visit habit, and the visit that goes on is no miss', () => {
    const visits = (from: number, params?: Told['params']): readonly Told[] =>
      Array.from({ length: 12 }, (_, i) => ({
        name: params ? 'view_item' : 'page_view',
        at: (from + i) * DAY_MS,
        ...(params ? { params } : {}),
      }));
    const told = [...visits(0, { items: [HOSE] }), ...visits(12)];
    expect(names(read(told, 23.5))).to.deep.equal(['visit garden']);
    const [found] = rhythmBreaks(read(told, 23.5));
    const [goesOn] = rhythmBreaks(read(told, 23));
    expect(found?.survival).to.be.below(goesOn?.survival ?? 0);
    expect(found?.evidence).to.have.lengthOf(12);
  });
});
