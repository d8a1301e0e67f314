// Offers that are sound by the schema of the catalogue, for tests.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { SCHEMA } from './catalog-types.mjs';

const { $defs } = JSON.parse(readFileSync(SCHEMA, 'utf8'));

const text = fc
  .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abz 09é€<>&{}\u{1f33f}') })
  .filter((each) => each.normalize('NFC') === each);
const texts = fc.array(text, { maxLength: 3 });
const amount = fc.oneof(fc.nat(100_000), fc.constant(Number.MAX_SAFE_INTEGER));
const duration = fc.constantFrom('P7D', 'PT30M', 'P2W', 'P1DT12H', 'PT5S', 'P0D');
const localText = fc.oneof(text, fc.record({ en: text, nl: text }));
const url = fc.constantFrom(
  'https://shop.example',
  'https://shop.example:8443/a?b=c#d',
  '/a',
  '#a',
  '?a:b',
  'a/b:c',
  './a',
);
const image = fc.constantFrom('data:image/png;base64,AAAA', 'data:image/webp;base64,AA==', 'image:hose-25');
const condition = fc.constantFrom(
  {},
  { 'cart.value': { $gte: 5000 } },
  { $or: [{ a: 1 }, { b: { $in: ['x'] } }] },
  { $not: { 'visit.count': 1 } },
);
const optional = (shape, needed = []) => fc.record(shape, { requiredKeys: needed });

const said = optional(
  {
    title: text,
    text,
    action: fc.record({ label: text, url }),
    image,
    tones: fc.record({ warm: optional({ title: text, text }) }),
  },
  ['title'],
);
const content = fc.oneof(fc.record({ en: said }), fc.record({ 'nl-BE': said, en: said }));
const frequency = optional({
  lifetime: amount,
  custom: fc.array(fc.record({ cap: amount, period: duration }), { maxLength: 2 }),
});
const suppress = optional(
  {
    after: optional(
      {
        outcome: fc.constantFrom('shown', 'accepted', 'dismissed', 'not_for_me', 'complained'),
        count: fc.integer({ min: 1, max: 9 }),
        within: duration,
      },
      ['outcome'],
    ),
    for: duration,
    scope: fc.constantFrom('offer', 'group'),
  },
  ['after', 'for'],
);
const features = fc.oneof(
  fc.dictionary(fc.constantFrom('colour', 'weight', 'new'), fc.oneof(text, fc.nat(), fc.boolean())),
  fc.record({ credit: fc.boolean(), upsell: fc.boolean() }),
);
const fields = optional(
  {
    id: text,
    class: fc.constantFrom(...$defs.OfferClass.enum),
    content,
    group: text,
    category: texts,
    brand: text,
    price: amount,
    discount: fc.nat(100),
    lowestPrice30d: amount,
    margin: amount,
    features,
    product: fc.oneof(text, fc.record({ '@type': fc.constant('Product'), sku: text })),
    from: optional({ products: fc.oneof(fc.constant('all'), condition), limit: fc.integer({ min: 1, max: 99 }) }, [
      'products',
    ]),
    when: condition,
    validFrom: fc.constantFrom('2025-02-28T00:00:00Z', '1970-01-01T00:00:00.5+01:00'),
    validThrough: fc.constantFrom('2030-12-31T23:59:59-03:30', '2028-02-29T12:00:00.123Z'),
    channels: fc.array(fc.constantFrom(...$defs.Channel.enum)),
    placements: texts,
    way: localText,
    frequency,
    suppress,
    needs: texts,
    helps: texts,
    openTo: text,
  },
  ['id', 'class', 'content'],
);
/** Sound offers: fields of any kind, and what they owe to each other. */
export const soundOffers = fields.map((offer) => ({
  ...offer,
  ...(offer.class === 'coupon' || offer.class === 'gift' ? { openTo: offer.openTo ?? 'everyone' } : {}),
  ...(offer.discount === undefined ? {} : { price: Math.max(offer.price ?? 0, offer.discount) }),
}));
