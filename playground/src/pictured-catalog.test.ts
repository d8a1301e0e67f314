import { expect } from 'chai';
import { categories } from './data/categories.js';
import { products } from './data/products.js';
import { picturedCatalog, pictureOf } from './pictured-catalog.js';
import { seasonalPicks, seasonOf } from './season.js';

describe('[G11] pictures and windows', () => {
  it('stand in every offer as an inline image well under 64 kB', () => {
    for (const { id, content } of picturedCatalog().offers) {
      expect(content.en.image, id).to.match(/^data:image\/svg\+xml,/);
      expect(content.en.image?.length, id).to.be.below(16_000);
      expect(content.nl.image, id).to.equal(content.en.image);
    }
  });

  it('have the colours of their department', () => {
    const tiles = categories.map(({ id }) => {
      const product = products.find(({ category }) => category[0] === id);
      return /fill%3D%22(%23[0-9a-f]{6})/.exec(pictureOf(product?.id ?? '') ?? '')?.[1];
    });
    expect(new Set(tiles).size).to.equal(categories.length);
  });

  it('fill the window with eight things that are sold, in every month', () => {
    const sold = new Set(products.map(({ id }) => id));
    for (let month = 1; month <= 12; month += 1) {
      const picks = seasonalPicks(seasonOf(`2027-${String(month).padStart(2, '0')}-15`));
      expect(
        picks.filter((id) => sold.has(id)),
        String(month),
      ).to.have.length(8);
      expect(new Set(picks).size).to.equal(8);
    }
    expect(['2026-02-28', '2026-03-01', '2026-06-01', '2026-09-01', '2026-12-01'].map(seasonOf)).to.deep.equal([
      'winter',
      'spring',
      'summer',
      'autumn',
      'winter',
    ]);
  });
});
