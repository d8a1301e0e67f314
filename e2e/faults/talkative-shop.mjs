// A shop that would speak at every decision: nothing but the caps of its offers holds it back.
/** When it all happens: by day, for at night nothing is said. */
export const START = { at: Date.UTC(2026, 4, 12, 10), offset: 120 };

const offer = (frequency) => (id) => ({
  id,
  class: 'suggest',
  category: ['garden', id],
  price: 2495,
  placements: ['home'],
  frequency,
  content: { en: { title: id } },
});

const POLICY = {
  inbound: { perVisit: 1e6, caps: [] },
  everything: [],
  sameOffer: [],
  cooldown: { sameOffer: 'PT0S', sameCategory: 'PT0S' },
  hushAfterPurchase: 'PT0S',
  relevance: { minEvidence: 0, minFit: -1 },
  satiation: { halfLifeDays: 1, gate: 1e6 },
  wear: { halfLifeDays: 1, gate: 1e6 },
};

/** Options for `createTactful`, save the clock: offers by name, each with these caps, to a shopper who agreed. */
export const talkativeShop = (names, frequency) => ({
  catalog: { format: 'tactful-catalog', version: '1', currency: 'EUR', offers: names.map(offer(frequency)) },
  policy: POLICY,
  consent: { personalization: 'in' },
});

/** What the shopper looked at before, so that there is something to say: parameters for `track`. */
export const interestIn = (names) =>
  names.flatMap((id) =>
    [0, 1, 2].flatMap((count) =>
      ['select_item', 'view_item'].map((event) => [
        event,
        {
          currency: 'EUR',
          items: [{ item_id: `${id}-${count}`, item_category: 'garden', item_category2: id, price: 24.95 }],
        },
      ]),
    ),
  );
