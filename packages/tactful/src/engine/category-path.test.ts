import { expect } from 'chai';
import { categoryPrefixes, itemCategories } from './category-path.js';

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
});
