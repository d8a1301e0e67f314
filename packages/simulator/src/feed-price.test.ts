import { expect } from 'chai';
import { feedPrice } from './feed-price.js';

const amounts: readonly (readonly [text: string, usual: string | undefined, amount: number, currency: string])[] = [
  ['12.99 EUR', undefined, 1299, 'EUR'],
  ['EUR 12.99', undefined, 1299, 'EUR'],
  ['12.99EUR', undefined, 1299, 'EUR'],
  ['12.9', 'EUR', 1290, 'EUR'],
  ['12', 'EUR', 1200, 'EUR'],
  ['12.9900', 'EUR', 1299, 'EUR'],
  ['0.07', 'EUR', 7, 'EUR'],
  ['1999', 'JPY', 1999, 'JPY'],
  ['1999.00 JPY', undefined, 1999, 'JPY'],
  ['1.234 KWD', undefined, 1234, 'KWD'],
  ['999999999999.99', 'EUR', 99_999_999_999_999, 'EUR'],
];

const refused: readonly (readonly [text: string, usual: string | undefined, fix: RegExp])[] = [
  ['12,99 EUR', undefined, /decimal point/],
  ['12,99', 'EUR', /decimal point/],
  ['1,299.00 EUR', undefined, /thousands/],
  ['1.299,00 EUR', undefined, /decimal point/],
  ['\u20ac 12.99', undefined, /decimal point/],
  ['-12.99 EUR', undefined, /decimal point/],
  ['1e3 EUR', undefined, /decimal point/],
  ['', 'EUR', /decimal point/],
  ['12.99', undefined, /a currency/],
  ['12.99 USD', 'EUR', /in EUR/],
  ['EUR 12.99 USD', undefined, /one currency/],
  ['12.999 EUR', undefined, /at most 2 decimals/],
  ['12.5 JPY', undefined, /at most 0 decimals/],
];

describe('feedPrice', () => {
  it('[S49] is an integer in minor units by the decimals of its currency', () => {
    for (const [text, usual, amount, currency] of amounts)
      expect(feedPrice(text, usual), text).to.deep.equal({ amount, currency });
  });

  it('[S49] guesses nothing: what may mean two things is refused with what belongs there', () => {
    for (const [text, usual, fix] of refused) expect(feedPrice(text, usual), text).to.match(fix);
  });
});
