import { expect } from 'chai';
import { foldOf, logOf, NOW, offer, shopOf } from '../../test/garden-shop.js';
import { readAffinities } from './affinity.js';
import { compileCatalog } from './compile-catalog.js';
import { offerReader, type OfferReading } from './offer-reading.js';
import { DEFAULT_MODEL } from './policy.js';
import { groupTastes } from './taste.js';
import { utilityBasis } from './utility.js';

const watering = (id: string, brand?: string): ReturnType<typeof offer> =>
  offer({ id, class: 'suggest', category: ['garden', 'watering'], ...(brand && { brand }) });
const catalog = compileCatalog(
  shopOf(
    watering('hose', 'Sprig'),
    watering('can'),
    watering('butt', 'Regen'),
    offer({ id: 'card', class: 'suggest', category: [], brand: 'Sprig' }),
    offer({ id: 'drill', class: 'suggest', category: ['tools', 'drilling'] }),
  ),
  DEFAULT_MODEL,
);
const placeOf = (id: string): number => catalog.lots.columns.placeOf.get(id) ?? NaN;

/** Reads offers with what is said of a category, and tells of which it was asked. */
function readerOf(needIn: OfferReading['needIn']): {
  readonly needOf: (id: string) => ReturnType<OfferReading['needIn']> | undefined;
  readonly asked: readonly string[];
} {
  const asked: string[] = [];
  const affinities = readAffinities({ folded: foldOf(logOf([])), catalog, model: DEFAULT_MODEL, at: NOW.at });
  const readAt = offerReader(catalog, {
    tastes: groupTastes(catalog, affinities),
    usualPrice: affinities.usualPrice,
    needIn: (prefix) => {
      asked.push(prefix);
      return needIn(prefix);
    },
    wearOf: () => 0,
    wearIn: () => 0,
    goalOf: () => 0,
    hasGoals: false,
    tellsDay: false,
    basis: utilityBasis(0, { catalog, model: DEFAULT_MODEL }),
  });
  return { asked, needOf: (id) => readAt(placeOf(id)).read.need };
}

describe('offer reading', () => {
  it('[D65] what a category needs is read once for all offers in it, by the narrowest, whatever their brand', () => {
    const { asked, needOf } = readerOf((prefix) => ({ satiation: 0, due: prefix === 'garden/watering' ? 0.5 : 0.25 }));
    const ids = ['hose', 'can', 'butt', 'drill', 'hose'];
    expect(ids.map((id) => needOf(id)?.due)).to.deep.equal([0.5, 0.5, 0.5, 0.25, 0.5]);
    expect(asked).to.deep.equal(['garden/watering', 'tools/drilling']);
  });

  it('[D65] what is in no category is needed by nobody, and nobody is asked', () => {
    const { asked, needOf } = readerOf(() => ({ satiation: 1, due: 1 }));
    expect(needOf('card')).to.deep.equal({ satiation: 0, due: 0 });
    expect(asked).to.deep.equal([]);
  });
});
