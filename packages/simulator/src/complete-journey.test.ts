import { expect } from 'chai';
import { readCatalog, type Event } from 'tactful/engine';
import {
  busiestHousehold,
  householdPurchases,
  TRANSACTION_COLUMNS,
  type TransactionRow,
} from './complete-journey-baskets.js';
import { completeJourneyCatalog, PRODUCT_COLUMNS, type ProductRow } from './complete-journey-catalog.js';
import { readCsv } from './read-csv.js';

// Made up, in the shape of the data set.
const PRODUCTS = `product_id,manufacturer_id,department,brand,product_category,product_type,package_size,median_shelf_price,n_sold_in_sample
1,7,GARDEN,National,HOSES/REELS,"HOSE, FLAT",25 M,24.95,3
2,9,GARDEN,Private,NA,NA,NA,,0
3,NA,KITCHEN,National,PANS,NA,,NA,0
`;
const LINES = `household_id,store_id,basket_id,product_id,quantity,sales_value,retail_disc,coupon_disc,coupon_match_disc,timestamp
5,1,100,1,2,50,0,0,0,2017-03-02 18:30:00
5,1,100,3,0,0,0,0,0,2017-03-02 18:30:00
5,1,99,1,1,24.95,0,0,0,2017-03-01 09:00:00
12,1,98,2,1,1,0,0,0,2017-03-01 09:00:00
12,1,98,4,3,1,0,0,0,2017-03-01 09:00:00
12,1,97,1,1,1,0,0,0,2017-03-05 09:00:00
`;

const products: readonly ProductRow[] = readCsv(PRODUCTS, { file: 'catalogue.csv.gz', columns: PRODUCT_COLUMNS });
const transactions: readonly TransactionRow[] = readCsv(LINES, {
  file: 'transactions.csv.gz',
  columns: TRANSACTION_COLUMNS,
});
const purchases = (household: string): readonly Event[] =>
  householdPurchases(household, {
    transactions,
    products: new Map(products.map((product) => [product.product_id, product])),
  });

describe('Complete Journey', () => {
  it('[S8] a product with a price becomes a suggest offer without margin, any other an inform offer', () => {
    const { catalog, problems } = readCatalog(completeJourneyCatalog(products));
    expect(problems).to.deep.equal([]);
    expect(catalog?.currency).to.equal('USD');
    expect(catalog?.offers).to.deep.equal([
      {
        id: 'product-1',
        class: 'suggest',
        category: ['GARDEN', 'HOSES & REELS', 'HOSE, FLAT'],
        brand: 'manufacturer 7',
        price: 2495,
        content: { en: { title: 'HOSE, FLAT, 25 M' } },
        product: '1',
      },
      {
        id: 'product-2',
        class: 'inform',
        category: ['GARDEN'],
        brand: 'manufacturer 9',
        content: { en: { title: 'GARDEN' } },
        product: '2',
      },
      {
        id: 'product-3',
        class: 'inform',
        category: ['KITCHEN', 'PANS'],
        content: { en: { title: 'PANS' } },
        product: '3',
      },
    ]);
  });

  it('[S9] the lines of one basket are one purchase, oldest basket first, at offset 0', () => {
    const rows = purchases('5');
    expect(rows.map(({ name, at, offset, params }) => [name, at, offset, params['transaction_id']])).to.deep.equal([
      ['purchase', Date.UTC(2017, 2, 1, 9), 0, '99'],
      ['purchase', Date.UTC(2017, 2, 2, 18, 30), 0, '100'],
    ]);
  });

  it('[S9] a line has the price of one piece in minor units, and none where nothing was counted', () => {
    expect(purchases('5')[1]?.params['items']).to.deep.equal([
      {
        item_id: '1',
        quantity: 2,
        price: 2500,
        item_name: 'HOSE, FLAT, 25 M',
        item_brand: 'manufacturer 7',
        item_category: 'GARDEN',
        item_category2: 'HOSES & REELS',
        item_category3: 'HOSE, FLAT',
      },
      { item_id: '3', quantity: 0, item_name: 'PANS', item_category: 'KITCHEN', item_category2: 'PANS' },
    ]);
  });

  it('[S9] a product that the catalogue does not hold keeps its line, without category', () => {
    expect(purchases('12')[0]?.params['items']).to.deep.include({ item_id: '4', quantity: 3, price: 33 });
  });

  it('[S10] the default household has the most lines; of equals it is the smallest number', () => {
    expect(busiestHousehold(transactions)).to.equal('5');
    expect(busiestHousehold(transactions.slice(1))).to.equal('12');
    expect(busiestHousehold([])).to.equal(undefined);
  });

  it('[S12] a file without a wanted column is an error in one line that names both', () => {
    const read = (text: string) => () => readCsv(text, { file: 'catalogue.csv.gz', columns: PRODUCT_COLUMNS });
    expect(read('product_id,department\n1,GARDEN\n')).to.throw(
      /^catalogue\.csv\.gz: column missing: manufacturer_id, .*median_shelf_price$/,
    );
    expect(read('a,b\n"1\n')).to.throw(/^catalogue\.csv\.gz: not CSV: CSV_\w+$/);
  });
});
