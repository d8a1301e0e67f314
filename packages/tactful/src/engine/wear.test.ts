import { expect } from 'chai';
import { foldOf, GARDEN_SHOP, logOf, NOW, offer, shopOf, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import { DEFAULT_MODEL } from './model.js';
import { wearReader } from './wear.js';

const SHOP = shopOf(
  ...GARDEN_SHOP.offers,
  offer({ id: 'plain', class: 'inform' }),
  offer({ id: 'other', class: 'inform' }),
);
const seen = (id: string, days = 0): Told => ({ name: 'offer_seen', at: days * DAY_MS, params: { offer_id: id } });

function wearOf(told: readonly Told[], days: number): (id: string) => number | undefined {
  const catalog = compileCatalog(SHOP, DEFAULT_MODEL);
  const { wearOf: read } = wearReader(foldOf(logOf(told), { catalog: SHOP }), {
    catalog,
    at: NOW.at + days * DAY_MS,
    halfLifeDays: 7,
  });
  return (id) => {
    const compiled = catalog.byId.get(id);
    return compiled && read(compiled);
  };
}

describe('wear', () => {
  it('[D66] a variant of what was seen is worn too, another category is not', () => {
    const of = wearOf([seen('hose'), seen('sprinkler')], 0);
    expect(['hose', 'sprinkler', 'drill'].map(of)).to.deep.equal([2, 2, 0]);
  });

  it('[D66] it halves in a week', () => {
    expect(wearOf([seen('hose'), seen('hose', 7)], 14)('sprinkler')).to.be.closeTo(0.75, 1e-12);
  });

  it('[D66] without a category an offer wears alone; what has left the catalogue wears nothing else', () => {
    const of = wearOf([seen('plain'), seen('gone')], 0);
    expect(['plain', 'other', 'hose'].map(of)).to.deep.equal([1, 0, 0]);
  });
});
