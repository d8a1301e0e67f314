const SAID = { en: { title: 'Something for the garden', action: { label: 'Look', url: '/offer' } } };
const OPEN = { openTo: 'everyone' };

/** By how many in a hundred offers are of it: its class, and what the class or its condition needs. */
const KINDS = [
  [52, { class: 'suggest' }],
  [60, { class: 'suggest', when: { 'cart.value': { $gte: 5000 } } }],
  [66, { class: 'complement', when: { $history: { event: 'purchase', within: 'P30D' } } }],
  [72, { class: 'complement', when: { 'viewing.price': { $lt: 4000 } } }],
  [80, { class: 'coupon', ...OPEN }],
  [85, { class: 'replenish' }],
  [90, { class: 'inform', when: { $history: { event: 'view_item', count: { $gte: 3 }, within: 'P7D' } } }],
  [95, { class: 'inspire' }],
  [98, { class: 'help' }],
  [100, { class: 'gift', ...OPEN }],
];
const GROUPS = 12;
/** Three times those of `shopperLog`: nobody has looked into every corner of a shop of ten thousand offers. */
const DEPARTMENTS = 120;

/**
 * A seeded catalogue of the shop of `shopperLog`: its 40 departments with shelves, brands and products that were looked at, and
 * others up to `departments`. Three shelves and four brands in each; classes, conditions, limits, groups and dates among the offers.
 */
export function bigShop(offers, { seed = 7, departments = DEPARTMENTS } = {}) {
  let state = seed;
  const random = (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor(state / 2 ** 16) % below;
  };
  const offer = (n) => {
    const department = random(departments);
    const kind = random(100);
    const [, about] = KINDS.find(([below]) => kind < below);
    return {
      id: `o${n}`,
      content: SAID,
      ...about,
      category: [`department ${department}`, `shelf ${random(3)}`],
      brand: `brand ${(department + 7 * random(4)) % 30}`,
      price: 500 + random(9_000),
      product: `p${department}-${random(25)}`,
      ...(random(4) === 0 ? { features: { colour: ['green', 'blue', 'grey'][random(3)] } } : {}),
      ...(random(5) === 0 ? { group: `g${random(GROUPS)}` } : {}),
      ...(random(5) === 0 ? { placements: [['home', 'cart'][random(2)]] } : {}),
      ...(random(10) === 0 ? { frequency: { custom: [{ cap: 2, period: 'P7D' }] } } : {}),
      ...(random(20) === 0 ? { validThrough: '2025-05-20T00:00:00Z' } : {}),
    };
  };
  return {
    format: 'tactful-catalog',
    version: '1',
    currency: 'EUR',
    groups: Array.from({ length: GROUPS }, (_, n) => ({
      id: `g${n}`,
      frequency: { custom: [{ cap: 3, period: 'P7D' }] },
      suppress: { after: { outcome: 'dismissed' }, for: 'P30D' },
    })),
    offers: Array.from({ length: offers }, (_, n) => offer(n)),
  };
}
