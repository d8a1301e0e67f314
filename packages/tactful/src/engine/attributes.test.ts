import { expect } from 'chai';
import { conditionAttributes } from './attributes.js';
import { compileCatalog } from './compile-catalog.js';
import { compileCondition } from './condition.js';
import { originOf, type EventName } from './event-names.js';
import { foldLog } from './fold.js';
import type { Json, JsonObject } from './json.js';
import { DEFAULT_MODEL } from './policy.js';

const CATALOG = compileCatalog({ format: 'tactful-catalog', version: '1', currency: 'EUR', offers: [] }, DEFAULT_MODEL);
const HOSE = {
  item_id: 'hose-25',
  item_brand: 'Sprig',
  item_category: 'garden',
  item_category2: 'watering',
  price: 2495,
};
/** What nobody said of the moment. */
const UNSAID = { moment: null, weather: {}, places: [] };
const SAW = { item_id: 'saw', item_category: 'tools', price: 1000 };

/** What a condition reads after these rows, one minute after another. */
function readAfter(...rows: readonly (readonly [name: EventName, ...items: readonly JsonObject[]])[]): JsonObject {
  const log = rows.map(([name, ...items], index) => ({
    id: `a:${String(index + 1)}`,
    at: 60_000 * (index + 1),
    offset: 0,
    name,
    origin: originOf(name),
    purpose: 'personalization',
    params: { items },
    v: 1 as const,
  }));
  return conditionAttributes(foldLog(log, { catalog: CATALOG, model: DEFAULT_MODEL, wearHalfLifeDays: 1 }));
}

describe('what a condition can read', () => {
  it('[L28] before anything happened: nothing viewed, an empty cart, nothing bought', () => {
    expect(readAfter()).to.deep.equal({
      viewing: {},
      cart: { items: [], categories: [], value: 0 },
      bought: { items: [], categories: [] },
      visit: { count: 0 },
      ...UNSAID,
    });
  });

  it('[L28] viewing, cart, bought and visit, categories by every prefix, value in minor units', () => {
    const page = readAfter(
      ['purchase', SAW],
      ['add_to_cart', { ...SAW, quantity: 3 }, { item_id: 'free' }],
      ['view_item', HOSE],
    );
    expect(page).to.deep.equal({
      viewing: { item: 'hose-25', category: ['garden', 'garden/watering'], brand: 'Sprig', price: 2495 },
      cart: { items: ['saw', 'free'], categories: ['tools'], value: 3000 },
      bought: { items: ['saw'], categories: ['tools'] },
      visit: { count: 1 },
      ...UNSAID,
    });
  });

  it('[L28] what is not known of an item is missing', () => {
    const page = readAfter(['view_item', {}]);
    const holds = (condition: Json): boolean => compileCondition(condition)(page);
    expect(page['viewing']).to.deep.equal({ item: null, category: [], brand: null, price: null });
    expect(holds({ 'viewing.price': { $exists: false }, 'viewing.item': null })).to.equal(true);
  });
});
