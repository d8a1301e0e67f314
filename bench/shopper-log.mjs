/** A seeded log of one shopper in a shop of 40 departments: looks, carts, purchases, offers and a word now and then. */
export function shopperLog(rows, seed = 1) {
  let state = seed;
  const random = (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  let at = 1_746_446_400_000;
  return Array.from({ length: rows }, (_, n) => {
    at += random(20) === 0 ? 3_600_000 * (1 + random(60)) : 5_000 + random(60_000);
    const department = random(40);
    const item = {
      item_id: `p${department}-${random(25)}`,
      item_brand: `brand ${random(30)}`,
      item_category: `department ${department}`,
      item_category2: `shelf ${random(5)}`,
      price: 500 + random(9_000),
    };
    const kind = random(100);
    const about = { offer_id: `o${random(50)}`, decision_id: `d${n}` };
    const [name, params, origin = 'observed'] =
      kind < 50
        ? ['view_item', { items: [item] }]
        : kind < 70
          ? ['select_item', { items: [item] }]
          : kind < 80
            ? ['add_to_cart', { items: [item] }]
            : kind < 88
              ? ['purchase', { transaction_id: `t${n}`, value: item.price, items: [item, item] }]
              : kind < 92
                ? ['offer_shown', about]
                : kind < 95
                  ? ['offer_seen', about]
                  : kind < 98
                    ? ['page_view', {}]
                    : ['preference_stated', { facet: 'category', value: item.item_category, level: 1 }, 'declared'];
    return { id: `bench:${n}`, at, offset: 60, name, origin, purpose: 'personalization', params, v: 1 };
  });
}
