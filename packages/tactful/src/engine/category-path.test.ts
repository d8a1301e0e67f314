import { expect } from 'chai';
import { categoryPrefixes, itemCategories, prefixReader } from './category-path.js';

describe('category paths', () => {
  it('[P3] a path counts for each of its prefixes, widest first', () => {
    expect(categoryPrefixes(['garden', 'watering', 'hoses'])).to.deep.equal([
      'garden',
      'garden/watering',
      'garden/watering/hoses',
    ]);
    expect(categoryPrefixes([])).to.deep.equal([]);
  });

  it('[P3] a GA4 item names its path level by level, up to the first that is missing', () => {
    expect(itemCategories({ item_category: 'garden', item_category2: 'watering', item_category4: 'x' })).to.deep.equal([
      'garden',
      'watering',
    ]);
    expect(itemCategories({ item_category: '', item_category2: 'watering' })).to.deep.equal([]);
    expect(itemCategories({ item_category: 7 })).to.deep.equal([]);
  });

  it('[P3] a reader of a log gives the same prefixes, one list for each path that it met', () => {
    const read = prefixReader();
    const paths = [[], ['garden'], ['garden', 'watering'], ['a/b', 'c'], ['a', 'b', 'c'], [''], ['', 'a']];
    for (const path of [...paths, ...paths]) expect(read(path)).to.deep.equal(categoryPrefixes(path));
    expect(read(['garden', 'watering'])).to.equal(read(['garden', 'watering']));
    expect(prefixReader()(['garden'])).to.not.equal(read(['garden']));
  });
});
