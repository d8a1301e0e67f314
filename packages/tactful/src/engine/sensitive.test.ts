import { expect } from 'chai';
import { foldOf, logOf, offer, shopOf, decideOn, verdicts } from '../../test/garden-shop.js';
import { isSensitive } from './sensitive.js';

const prefixes = (path: string): readonly string[] =>
  path.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/'));

describe('sensitive categories', () => {
  for (const path of [
    'Health',
    'shop/Medicines',
    'drinks/wine',
    'baby/diapers',
    'boeken/religio',
    'Uitvaart',
    'finance/credit cards',
    'PREGNANCY',
  ]) {
    it(`[P15] ${path} is nobody's business`, () => expect(isSensitive(prefixes(path))).to.equal(true));
  }

  for (const path of ['garden/watering', 'tools/drilling', 'paint/walls', 'swine', 'garden/underground']) {
    it(`[P15] ${path} is an ordinary category`, () => expect(isSensitive(prefixes(path))).to.equal(false));
  }

  it('[P15] no path is no category', () => expect(isSensitive([])).to.equal(false));

  it('[P15] nothing is learned from it', () => {
    const item = { item_id: 'p', item_category: 'health', item_brand: 'Sprig', price: 500 };
    const folded = foldOf(logOf([{ name: 'purchase', params: { items: [item] } }]));
    expect([folded.evidence.size, folded.prices.size]).to.deep.equal([0, 0]);
  });

  it('[P15] an offer in it speaks only for a purpose of its own', () => {
    const about = { class: 'help', category: ['health'] } as const;
    expect(verdicts(decideOn([], { catalog: shopOf(offer({ id: 'a', ...about })) }))).to.deep.equal(['NO_PURPOSE']);
    const catalog = shopOf(offer({ id: 'a', ...about, needs: ['care'] }));
    expect(verdicts(decideOn([], { catalog, consent: { personalization: 'in', care: 'out' } }))).to.deep.equal([
      'NO_PURPOSE',
    ]);
    expect(verdicts(decideOn([], { catalog, consent: { personalization: 'in', care: 'in' } }))).to.not.include(
      'NO_PURPOSE',
    );
  });
});
