import { expect } from 'chai';
import { nextCategories, type JourneyLine, type ProductCategory } from './evaluate-journey-people.js';
import { purchaseDays, type GuessTask } from './evaluate-people.js';
import { lastBaskets, lastGaps, regularCustomers } from './evaluate-retail-people.js';
import type { Invoice } from './online-retail-invoices.js';
import { needGuesses } from './predict-needs.js';
import { rivalGuesses } from './predict-rivals.js';

const product = (id: string, category: string, department = 'GROCERY'): ProductCategory => ({
  product_id: id,
  department,
  product_category: category,
  product_type: 'NA',
});
const PRODUCTS = [
  product('1', 'MILK'),
  product('2', 'CANDY/GUM'),
  product('3', 'MILK', 'DAIRY'),
  product('4', 'NA', 'COUPON'),
];

/** One line a product and moment; every two lines share a basket. */
function linesOf(
  household: string,
  bought: readonly (readonly [product: string, moment: string])[],
): readonly JourneyLine[] {
  return bought.map(([id, moment]) => ({
    household_id: household,
    basket_id: moment,
    product_id: id,
    timestamp: `2017-03-${moment}:00`,
  }));
}

const SEVEN = Array.from({ length: 7 }, (_, day) => ['1', `0${String(day + 1)} 09:00`] as const);

function invoice(id: string, at: string, ...items: readonly string[]): Invoice {
  return { id, customer: 'c', at: Date.parse(`${at}Z`), items };
}

describe('the people of an evaluation', () => {
  it('[S27] households with eight lines or more, without their last calendar day', () => {
    const lines = [
      ...linesOf('eight', [...SEVEN, ['2', '20 23:59']]),
      ...linesOf('seven', SEVEN),
      ...linesOf('late', [...SEVEN, ['2', '20 00:00'], ['3', '20 12:00'], ['1', '21 00:00']]),
    ];
    const { people, targets } = nextCategories(lines, PRODUCTS);
    expect(people.map(({ id, history }) => [id, history.length])).to.deep.equal([
      ['eight', 7],
      ['late', 9],
    ]);
    expect([...targets].map(([id, target]) => [id, [...target]])).to.deep.equal([
      ['eight', ['CANDY & GUM']],
      ['late', ['MILK']],
    ]);
    expect(people[0]?.day).to.equal(Date.UTC(2017, 2, 20) / 86_400_000);
  });

  it('[S27] a category is one in whatever department, and a product without one is no target', () => {
    const lines = linesOf('h', [...SEVEN, ['3', '19 08:00'], ['4', '19 08:00'], ['4', '20 08:00']]);
    expect(nextCategories(lines, PRODUCTS).people).to.deep.equal([]);
    const { people, targets, valuesOf } = nextCategories(lines.slice(0, -1), PRODUCTS);
    expect([...(targets.get('h') ?? [])]).to.deep.equal(['MILK']);
    expect([...purchaseDays(people[0]?.history ?? [], valuesOf).values()].every((day) => day.has('MILK'))).to.equal(
      true,
    );
  });

  it('[S28] customers with three invoices or more: the last one is to be guessed from all others', () => {
    const invoices = [
      invoice('3', '2011-03-01T10:00', 'a', 'd'),
      invoice('1', '2011-01-01T10:00', 'a', 'b'),
      invoice('2', '2011-03-01T09:00', 'c'),
      { ...invoice('9', '2011-01-01T10:00', 'x'), customer: 'rare' },
    ];
    const customers = regularCustomers(invoices);
    expect([...customers.keys()]).to.deep.equal(['c']);
    const { people, targets } = lastBaskets(customers);
    expect(people[0]?.history.map(({ id }) => id)).to.deep.equal(['1', '2']);
    expect([...(targets.get('c') ?? [])]).to.deep.equal(['a', 'd']);
  });

  it('[S26] other rows on the target day change the targets and no guess', () => {
    const households = ['p', 'q', 'r'].flatMap((id) => linesOf(id, [...SEVEN, ['2', '07 10:00'], ['1', '20 09:00']]));
    const moved = households.map((line) => (line.timestamp.includes('-20 ') ? { ...line, product_id: '2' } : line));
    const [task, other] = [households, moved].map((lines) => nextCategories(lines, PRODUCTS));
    expect(task?.targets).not.to.deep.equal(other?.targets);
    expect(task?.people).to.deep.equal(other?.people);
    const baskets = (items: string) =>
      lastBaskets(
        regularCustomers([
          invoice('1', '2011-01-01T10:00', 'a'),
          invoice('2', '2011-02-01T10:00', 'b'),
          invoice('3', '2011-03-01T10:00', items),
        ]),
      );
    expect(baskets('a').targets).not.to.deep.equal(baskets('z').targets);
    for (const guessed of [(each: GuessTask) => needGuesses(each, 5), (each: GuessTask) => rivalGuesses(each, 5)]) {
      expect(guessed(nextCategories(households, PRODUCTS))).to.deep.equal(guessed(nextCategories(moved, PRODUCTS)));
      expect(guessed(baskets('a'))).to.deep.equal(guessed(baskets('z')));
    }
  });

  it('[S29] gaps are between days, and invoices of one day are one', () => {
    const days = ['2011-01-01T10:00', '2011-01-01T12:00', '2011-01-08T09:00', '2011-01-31T09:00'];
    const { gaps, targets } = lastGaps(regularCustomers(days.map((at, id) => invoice(String(id), at, 'a'))));
    expect([...gaps]).to.deep.equal([['c', [7]]]);
    expect([...targets]).to.deep.equal([['c', 23]]);
    const sameDay = ['2011-01-01T10:00', '2011-01-01T12:00', '2011-01-01T13:00'];
    expect(lastGaps(regularCustomers(sameDay.map((at, id) => invoice(String(id), at, 'a')))).targets.size).to.equal(0);
  });
});
