import { expect } from 'chai';
import { purchaseColumns } from './purchase-columns.js';
import { dayText, purchaseDay } from './purchase-day.js';
import { readPurchases } from './read-purchases.js';

const read = (text: string, named = {}) => readPurchases(text, { file: 'f.csv', named });

describe('reading purchases', () => {
  it('[S18] a day is YYYY-MM-DD or YYYYMMDD, with or without a time, and must be in the calendar', () => {
    expect(purchaseDay('1970-01-02')).to.equal(1);
    expect(purchaseDay('19700102')).to.equal(1);
    expect(purchaseDay(' 1970-01-02T23:59:59Z ')).to.equal(1);
    expect(purchaseDay('2024-02-29 10:01')).to.equal(19_782);
    for (const text of [
      '',
      '1970-1-2',
      '2025-02-29',
      '2025-13-01',
      '2025-00-10',
      '1970-0102',
      '31/12/2024',
      'x',
      '0050-02-30',
    ])
      expect(purchaseDay(text), text).to.equal(undefined);
    expect(dayText(19_782)).to.equal('2024-02-29');
  });

  it('[S18] known names are found whatever their case and dots; the data set of CDNOW needs none named', () => {
    expect(purchaseColumns(['master_id', 'sample_id', 'date', 'n_cds', 'dollars'], {})).to.deep.equal({
      kind: 'purchases',
      customer: 0,
      date: 2,
      value: 4,
    });
    expect(purchaseColumns(['Sales', 'Order Date', 'CustomerID'], {})).to.deep.equal({
      kind: 'purchases',
      customer: 2,
      date: 1,
      value: 0,
    });
    expect(purchaseColumns(['ID', 'x', 't_x', 'T', 'zbar'], {})).to.deep.equal({
      kind: 'summary',
      repeats: 1,
      lastAt: 2,
      age: 3,
      mean: 4,
    });
    expect(purchaseColumns(['who', 'date'], {})).to.match(/--customer COLUMN$/);
    expect(purchaseColumns(['id', 'when'], {})).to.match(/--date COLUMN$/);
    expect(purchaseColumns(['id', 'date'], { customer: 'whom' })).to.equal('column missing: whom');
    expect(purchaseColumns(['__proto__', 'constructor'], {})).to.be.a('string');
  });

  it('[S18] purchases and summaries are read; columns that are named win', () => {
    expect(read('cust,day,amount\n7,20240101,1.50\n7,2024-01-02,0\n')).to.deep.equal({
      kind: 'purchases',
      rows: [
        { customer: '7', day: 19_723, value: 1.5 },
        { customer: '7', day: 19_724, value: 0 },
      ],
      columns: ['cust', 'day', 'amount'],
    });
    const foreign = read('__proto__,kunde,tag\nx,7,20240101\n', { customer: 'kunde', date: 'tag' });
    expect(foreign.rows).to.deep.equal([{ customer: '7', day: 19_723 }]);
    expect(read('x,t_x,T\n2,30.43,38.86\n0,0.00,38.86\n').rows).to.deep.equal([
      { repeats: 2, lastAt: 30.43, age: 38.86 },
      { repeats: 0, lastAt: 0, age: 38.86 },
    ]);
    expect(Object.keys(Object.prototype)).to.deep.equal([]);
  });

  it('[S18] semicolons, tabs, decimal commas and days with the year last are read as the file as a whole shows', () => {
    const shop = '\uFEFFCustomer ID;Order Date;Total\r\nC1;03/12/2025;1.234,56\r\n\r\nC2;31/12/2025;2.000\r\n';
    expect(read(shop).rows).to.deep.equal([
      { customer: 'C1', day: purchaseDay('2025-12-03'), value: 1234.56 },
      { customer: 'C2', day: purchaseDay('2025-12-31'), value: 2000 },
    ]);
    expect(read('id\tdate\tvalue\n1\t3/4/2025\t1,234.50\n1\t3/14/2025\t1.234\n').rows).to.deep.equal([
      { customer: '1', day: purchaseDay('2025-03-04'), value: 1234.5 },
      { customer: '1', day: purchaseDay('2025-03-14'), value: 1.234 },
    ]);
    expect(read('id;date\n1;31.1.2025 10:15\n').rows).to.deep.equal([
      { customer: '1', day: purchaseDay('2025-01-31') },
    ]);
  });

  it('[S18] what no row settles, or rows settle differently, is refused rather than guessed', () => {
    expect(() => read('id,date\n1,3/4/2025\n')).to.throw(
      'f.csv: row 2: date: no row tells which number is the month; write days as YYYY-MM-DD',
    );
    expect(() => read('id,date\n1,31/12/2025\n1,12/31/2025\n')).to.throw('f.csv: row 3: date: not a day');
    expect(() => read('id;date;value\n1;20250101;12,50\n1;20250102;12.50\n')).to.throw('row 3: value: not a number');
  });

  it('[S18] a file is refused at its first bad row, by number and rule, without the value', () => {
    const wrong: readonly (readonly [string, string])[] = [
      ['', 'f.csv: no rows'],
      ['id,date\n', 'f.csv: no rows'],
      ['id,date\n1,20240101\n,20240101\n', 'f.csv: row 3: customer: empty'],
      ['id,date\n1,secret\n', 'f.csv: row 2: date: not a day as YYYY-MM-DD or YYYYMMDD'],
      ['id,date\n1,2025-02-30\n', 'f.csv: row 2: date: not a day as YYYY-MM-DD or YYYYMMDD'],
      ['id,date,value\n1,20240101,NaN\n', 'f.csv: row 2: value: not a number'],
      ['id,date,value\n1,20240101,\n', 'f.csv: row 2: value: not a number'],
      ['id,date,value\n1,20240101,0x10\n', 'f.csv: row 2: value: not a number'],
      ['id,date,value\n1,20240101,-3\n', 'f.csv: row 2: value: below 0; leave refunds out'],
      ['id,date,value\n1,20240101,1e999\n', 'f.csv: row 2: value: above 1000000000000'],
      ['x,t_x,T\n1.5,1,2\n', 'f.csv: row 2: x: not a whole number'],
      ['x,t_x,T\n1e9,1,2\n', 'f.csv: row 2: x: above 36525'],
      ['x,t_x,T\n1,3,2\n', 'f.csv: row 2: t_x: after T'],
      ['x,t_x,T\n0,1,2\n', 'f.csv: row 2: t_x: 0 without repeat purchases, above 0 with them'],
      ['x,t_x,T\n-1,1,2\n', 'f.csv: row 2: x: below 0'],
    ];
    for (const [text, message] of wrong)
      expect(() => read(text), text)
        .to.throw(Error)
        .with.property('message', message);
    expect(() => read('id,date\n1\n')).to.throw(/^f\.csv: not CSV: CSV_\w+$/);
  });
});
