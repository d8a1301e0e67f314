import { expect } from 'chai';
import { GARDEN_SHOP } from '../../test/garden-shop.js';
import { compileCatalog } from './compile-catalog.js';
import { needCycleDays } from './need-cycle.js';
import { DEFAULT_MODEL } from './policy.js';
import { readCatalog } from './read-catalog.js';

describe('need cycle', () => {
  it('[P29] comes from the category, the narrowest one around it, or an elicited month', () => {
    const cycles = { garden: 'P3W', 'garden/watering': 'P365D' };
    const catalog = compileCatalog({ ...GARDEN_SHOP, cycles }, DEFAULT_MODEL);
    const days = (category: string): number => needCycleDays(category, { catalog, model: DEFAULT_MODEL });
    expect(['garden/watering/hoses', 'garden/mowing', 'garden', 'tools'].map(days)).to.deep.equal([365, 21, 21, 30]);
  });

  it('[P29] what is no duration above zero is left out, with its path, what was found and what to write', () => {
    const cycles: unknown = JSON.parse('{"garden": "P7D", "tools": "P0D", "paint": 7, "__proto__": "P1M"}');
    const { catalog, problems } = readCatalog({ ...GARDEN_SHOP, cycles });
    expect(catalog?.cycles).to.deep.equal({ garden: 'P7D' });
    expect(problems.map(({ path, found, fix }) => `${path}: ${found}, ${fix}`)).to.deep.equal([
      'cycles.tools: "P0D", an ISO 8601 duration above zero: "P7D"',
      'cycles.paint: 7, an ISO 8601 duration above zero: "P7D"',
      'cycles.__proto__: "P1M", an ISO 8601 duration above zero: "P7D"',
    ]);
    const listed = readCatalog({ ...GARDEN_SHOP, cycles: ['P7D'] });
    expect([listed.catalog?.cycles, listed.problems[0]?.path]).to.deep.equal([undefined, 'cycles']);
    expect(readCatalog(GARDEN_SHOP).catalog).to.not.have.property('cycles');
  });
});
