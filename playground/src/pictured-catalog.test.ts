import { expect } from 'chai';
import { readCatalog } from 'tactful/engine';
import { categories } from './data/categories.js';
import { products } from './data/products.js';
import { picturedCatalog, pictureOf } from './pictured-catalog.js';
import { seasonalPicks, seasonOf } from './season.js';

/** The colour of the first pixel. */
async function cornerOf(image: string): Promise<string> {
  const shown = new Image();
  shown.src = image;
  await shown.decode();
  const pen = document.createElement('canvas').getContext('2d');
  pen?.drawImage(shown, 0, 0);
  return String(pen?.getImageData(0, 0, 1, 1).data);
}

describe('[G11] pictures and windows', () => {
  it('stand in every offer as an inline image well under 64 kB', () => {
    for (const { id, content } of picturedCatalog().offers) {
      expect(content.en.image, id).to.match(/^data:image\/(?:webp|png);base64,/);
      expect(content.en.image?.length, id).to.be.below(32_000);
      expect(content.nl.image, id).to.equal(content.en.image);
    }
  });

  it('[S85] leave a catalogue that the library takes whole', () => {
    const { catalog, problems } = readCatalog(picturedCatalog());
    expect(problems).to.deep.equal([]);
    expect(catalog?.offers).to.have.length(40);
  });

  it('have the colours of their department', async () => {
    const tiles = await Promise.all(
      categories.map(async ({ id }) => {
        const product = products.find(({ category }) => category[0] === id);
        return cornerOf(pictureOf(product?.id ?? '') ?? '');
      }),
    );
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
