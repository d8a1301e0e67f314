import { expect } from 'chai';
import fc from 'fast-check';
import { offer, shopOf } from '../../test/garden-shop.js';
import { compileCatalog, type CompiledOffer } from './compile-catalog.js';
import { DEFAULT_MODEL } from './model.js';
import { likeness, slate, type Ranked } from './slate.js';

const CATALOG = compileCatalog(
  shopOf(
    offer({
      id: 'hose',
      class: 'suggest',
      category: ['garden', 'watering'],
      brand: 'Sprig',
      features: { colour: 'green' },
    }),
    offer({ id: 'can', class: 'suggest', category: ['garden', 'watering'], brand: 'Sprig' }),
    offer({ id: 'rake', class: 'suggest', category: ['garden', 'soil'], brand: 'Rast' }),
    offer({ id: 'drill', class: 'suggest', category: ['tools'], brand: 'Boor' }),
    offer({ id: 'plain', class: 'inform' }),
  ),
  DEFAULT_MODEL,
);
function compiled(id: string): CompiledOffer {
  const found = CATALOG.byId.get(id);
  if (!found) throw new Error(`no offer ${id}`);
  return found;
}
const ranked = (worth: Readonly<Record<string, number>>): readonly Ranked[] =>
  Object.entries(worth).map(([id, utility]) => ({ compiled: compiled(id), utility }));
const idsOf = (worth: Readonly<Record<string, number>>, most = 3): readonly string[] =>
  slate(ranked(worth), { most, margin: 2 }).map((each) => each.compiled.offer.id);

describe('slate', () => {
  it('[D61] likeness is the weight of what two offers share over that of what either has', () => {
    // garden, watering and Sprig of these and the colour, which counts a half; garden of five.
    expect(likeness(compiled('hose'), compiled('can'))).to.be.closeTo(3 / 3.5, 1e-15);
    expect(likeness(compiled('can'), compiled('rake'))).to.equal(1 / 5);
    expect(likeness(compiled('can'), compiled('drill'))).to.equal(0);
    expect(likeness(compiled('can'), compiled('can'))).to.equal(1);
    expect(likeness(compiled('plain'), compiled('plain'))).to.equal(0);
  });

  it('[D61] what is like the first has to be worth more to be the second', () => {
    // After the hose: the can adds 9 - .5 x 3/3.5 x 9 = 5.143, the rake 6 - .5 x 1/5.5 x 6 = 5.455, the drill 4.
    expect(idsOf({ hose: 10, can: 9, rake: 6, drill: 4 })).to.deep.equal(['hose', 'rake', 'can']);
    expect(idsOf({ hose: 10, can: 9, rake: 5.6, drill: 4 })).to.deep.equal(['hose', 'can', 'rake']);
  });

  it('[D61] it ends when nothing adds more than the margin: short, or empty', () => {
    // The can adds 3.5 - 1.5 = 2, which is no more than the margin.
    expect(idsOf({ hose: 10, can: 3.5, drill: 2.5 })).to.deep.equal(['hose', 'drill']);
    expect(idsOf({ hose: 2, can: 1, drill: -3 })).to.deep.equal([]);
    expect(idsOf({ hose: 10, drill: 9, rake: 8 }, 1)).to.deep.equal(['hose']);
    expect(idsOf({})).to.deep.equal([]);
  });

  it('[D61] the first was judged already: room is asked for beside it, and who has none takes no place', () => {
    const without = (id: string): readonly string[] =>
      slate(ranked({ hose: 10, drill: 9, rake: 8 }), {
        most: 3,
        margin: 2,
        fits: (chosen) => chosen.every(({ compiled: { offer: each } }) => each.id !== id),
      }).map((each) => each.compiled.offer.id);
    expect([without('drill'), without('hose')]).to.deep.equal([['hose', 'rake'], ['hose']]);
  });

  it('[D61] law: the best comes first, nobody twice, and each is worth more than the margin', () => {
    const worths = fc.record({ hose: fc.nat(20), can: fc.nat(20), rake: fc.nat(20), drill: fc.nat(20) });
    fc.assert(
      fc.property(worths, fc.integer({ min: 1, max: 3 }), (worth, most) => {
        const ids = idsOf(worth, most);
        expect(new Set(ids).size).to.equal(ids.length);
        expect(ids.length).to.be.at.most(most);
        const values = ids.map((id) => worth[id as keyof typeof worth]);
        for (const value of values) expect(value).to.be.above(2);
        if (ids.length > 0) expect(values[0]).to.equal(Math.max(...Object.values(worth)));
      }),
    );
  });
});
