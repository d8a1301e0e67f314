import { expect } from 'chai';
import { logOf, NOW, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { expiredIds, RETENTION, retentionClass, shortened } from './retention.js';

const expired = (told: readonly Told[]): readonly string[] => expiredIds(logOf(told), NOW.at);

describe('retention', () => {
  it('[L8] what was looked at is kept 180 days, purchases and what became of offers 730, statements until withdrawn', () => {
    const told = (days: number): readonly Told[] => [
      { name: 'view_item', at: -days * DAY_MS },
      { name: 'purchase', at: -days * DAY_MS },
      { name: 'offer_shown', at: -days * DAY_MS },
      { name: 'complaint_opened', at: -days * DAY_MS },
      { name: 'never_stated', at: -days * DAY_MS },
    ];
    expect(expired(told(180))).to.deep.equal([]);
    expect(expired(told(181))).to.deep.equal(['a:1']);
    expect(expired(told(730))).to.deep.equal(['a:1']);
    expect(expired(told(731))).to.deep.equal(['a:1', 'a:2', 'a:3', 'a:4']);
  });

  it('[L8] of what was looked at the newest 4,000 rows stay', () => {
    const told = Array.from({ length: 4010 }, (_, n): Told => ({ name: 'page_view', at: -n }));
    expect(expired(told)).to.deep.equal(
      logOf(told)
        .slice(4000)
        .map(({ id }) => id),
    );
  });

  it('[L8] the class follows what the row is, not who asks', () => {
    const classes = logOf([
      { name: 'refund' },
      { name: 'offer_dismissed' },
      { name: 'mode_set' },
      { name: 'add_to_cart' },
      { name: 'visit' },
    ]).map(retentionClass);
    expect(classes).to.deep.equal(['relation', 'relation', 'stated', 'observed', 'observed']);
  });

  it('[P79] a site may shorten, never lengthen, and never what the shopper said', () => {
    const site = shortened(RETENTION, { observed: { days: 30, most: 9000 }, relation: { days: 800 } });
    expect(site).to.deep.equal({ ...RETENTION, observed: { days: 30, most: 4000 } });
    expect(shortened(RETENTION, { relation: { most: 10 } }).relation).to.deep.equal({ days: 730, most: 10 });
    const longer = { stated: { days: 1 }, observed: { days: NaN, most: -1 }, relation: { days: Infinity } };
    expect(shortened(RETENTION, longer)).to.deep.equal(RETENTION);
    const log = logOf([
      { name: 'view_item', at: -31 * DAY_MS },
      { name: 'purchase', at: -31 * DAY_MS },
    ]);
    expect(expiredIds(log, NOW.at, { retention: site })).to.deep.equal(['a:1']);
  });

  it('[P79] past the ceiling the oldest looks go first, then the oldest of the relation, and no statement', () => {
    const log = logOf([
      { name: 'never_stated', at: -9 },
      { name: 'purchase', at: -8 },
      { name: 'page_view', at: -7 },
      { name: 'never_stated', at: -6 },
      { name: 'page_view', at: -5 },
      { name: 'purchase', at: -4 },
    ]);
    const gone = [6, 5, 4, 3, 2, 1, 0].map((ceiling) => [...expiredIds(log, NOW.at, { ceiling })].sort().join(' '));
    expect(gone).to.deep.equal([
      '',
      'a:3',
      'a:3 a:5',
      'a:2 a:3 a:5',
      'a:2 a:3 a:5 a:6',
      'a:2 a:3 a:5 a:6',
      'a:2 a:3 a:5 a:6',
    ]);
  });
});
