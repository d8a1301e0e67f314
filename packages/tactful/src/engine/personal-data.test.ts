import { expect } from 'chai';
import fc from 'fast-check';
import { personalDataIn, withoutQuery } from './personal-data.js';

const inText = (text: string): string | undefined => personalDataIn(text, 'search_term');

/** A number with the check digit that Luhn asks for. */
function withLuhn(body: string): string {
  const sum = Array.from(body)
    .reverse()
    .reduce((total, digit, place) => {
      const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** A bank account with the two check digits that ISO 13616 asks for. */
function withIbanCheck(country: string, account: string): string {
  const digits = Array.from(`${account}${country}00`)
    .map((sign) => String(parseInt(sign, 36)))
    .join('');
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`;
}

const inFours = (text: string): string => text.replace(/.{4}(?=.)/g, '$& ');

describe('personal data', () => {
  it('[L13] finds an e-mail address', () => {
    for (const text of [
      'jan@example.nl',
      'mail j.de-vries+shop@mail.example.co.uk please',
      'zoë%40café.fr',
      'mailto:a@b.nl',
    ])
      expect(inText(text), text).to.equal('e-mail');
  });

  it('[L13] an at sign is no address', () => {
    for (const text of [
      'logo@2x.png',
      'garden @ home',
      '@someone',
      'see /@someone/about.html',
      'paint@home',
      '5 @ 2.50',
    ])
      expect(inText(text), text).to.equal(undefined);
  });

  it('[L13] finds a payment card by its check digit, in one piece and as it is printed', () => {
    for (const text of [
      '4111111111111111',
      'pay 4111 1111 1111 1111 12/27',
      '5500-0000-0000-0004',
      '3782 822463 10005',
      '30569309025904',
    ])
      expect(inText(text), text).to.equal('card');
    expect(inText('4111111111111112')).to.equal(undefined);
    expect(inText('1746446400000123')).to.equal(undefined);
  });

  it('[L13] law: every card number of 14 to 19 digits is found, and none with one digit changed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('4', '51', '55', '2221', '2720', '34', '37', '3528', '6011', '62'),
        fc.array(fc.nat(9), { minLength: 17, maxLength: 17 }),
        fc.integer({ min: 14, max: 19 }),
        fc.integer({ min: 1, max: 9 }),
        (prefix, digits, length, change) => {
          const number = withLuhn((prefix + digits.join('')).slice(0, length - 1));
          expect(inText(`card ${number} thanks`)).to.equal('card');
          const last = (Number(number.slice(-1)) + change) % 10;
          expect(inText(`card ${number.slice(0, -1)}${String(last)} thanks`)).to.equal(undefined);
        },
      ),
    );
  });

  it('[L13] finds a bank account by its check digits, in one piece and in fours', () => {
    for (const text of [
      'NL91ABNA0417164300',
      'to nl91 abna 0417 1643 00 from me',
      'GB29 NWBK 6016 1331 9268 19',
      'MT84MALT011000012345MTLCAST001S',
      'FR1420041010050500013M02606',
    ])
      expect(inText(text), text).to.equal('iban');
    expect(inText('NL92ABNA0417164300')).to.equal(undefined);
  });

  it('[L13] law: every Dutch and German account is found, and none with other check digits', () => {
    const account = fc.oneof(
      fc.stringMatching(/^[A-Z]{4}[0-9]{10}$/).map((body) => withIbanCheck('NL', body)),
      fc.stringMatching(/^[1-9][0-9]{17}$/).map((body) => withIbanCheck('DE', body)),
    );
    fc.assert(
      fc.property(account, fc.integer({ min: 1, max: 95 }), (iban, more) => {
        expect(inText(iban)).to.equal('iban');
        expect(inText(inFours(iban))).to.equal('iban');
        const check = ((Number(iban.slice(2, 4)) + more) % 97) + 100;
        expect(inText(`${iban.slice(0, 2)}${String(check).slice(1)}${iban.slice(4)}`)).not.to.equal('iban');
      }),
    );
  });

  it('[L13] finds a telephone number with a plus, a leading zero or the American grouping', () => {
    for (const text of [
      '+31 6 12345678',
      'call 06-12345678 please',
      '0612345678',
      '(020) 123 45 67',
      '+31 (0)20 123 4567',
      '01 23 45 67 89',
      '07700 900123',
      '(555) 123-4567',
      '555-123-4567',
    ])
      expect(inText(text), text).to.equal('phone');
  });

  it('[L13] article numbers, prices, dates, sizes and times are no telephone numbers and no cards', () => {
    for (const text of [
      '4006381333931',
      '0012345678905',
      '012345678905',
      '9780306406157',
      '0306406152',
      '01234565',
      '1012345678',
      '24.95 0.99 1.49',
      '0.0612345678',
      '01-02-2024 13:45',
      '01.02.2024 12:30',
      '2024-05-01T12:30:00',
      '09:00-17:30',
      'sizes 38 39 40 41 42 43 44 45',
      'AB12-34567-XL',
      'hose 25 m, 1/2 inch',
      '1200 x 600 x 18',
    ])
      expect(inText(text), text).to.equal(undefined);
  });

  it('[S88] the decimals of a price are no card; the same digits after anything else are', () => {
    expect(inText('0.5500000000000004')).to.equal(undefined);
    expect(inText('2.4111111111111111')).to.equal(undefined);
    for (const text of ['5500000000000004', 'no.5500000000000004', '. 5500000000000004', '3,5500000000000004'])
      expect(inText(text), text).to.equal('card');
  });

  it('[S88] law: what one piece of a line costs gives nobody away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 999 }), (cents, pieces) => {
        expect(personalDataIn(String(cents / 100 / pieces), 'price')).to.equal(undefined);
      }),
    );
  });

  it('[L13] a number that names a thing is that of the thing; a customer and an address are looked at', () => {
    for (const key of ['item_id', 'transaction_id', 'order_id', 'offer_id', 'sku', 'gtin13']) {
      expect(personalDataIn('0612345678', key), key).to.equal(undefined);
      expect(personalDataIn('4111111111111111', key), key).to.equal(undefined);
      expect(personalDataIn('jan@example.nl', key), key).to.equal('e-mail');
    }
    for (const key of ['user_id', 'customer_id', 'member_id', 'client_id'])
      expect(personalDataIn('0612345678', key), key).to.equal('phone');
  });

  it('[L13] inside an address only an e-mail address is looked for', () => {
    expect(inText('https://shop.example/p/0612345678')).to.equal(undefined);
    expect(inText('/p/4111111111111111/')).to.equal(undefined);
    expect(inText('https://shop.example/jan@example.nl/')).to.equal('e-mail');
  });

  it('[L13] an address loses its user, query and fragment', () => {
    expect(withoutQuery('https://jan:secret@shop.example/a/b?q=c#d')).to.equal('https://shop.example/a/b');
    expect(withoutQuery('HTTP://shop.example#top')).to.equal('HTTP://shop.example');
    expect(withoutQuery('from https://a.example/?x=1 to https://b.example/y?z')).to.equal(
      'from https://a.example/ to https://b.example/y',
    );
    expect(withoutQuery('/search?q=jan')).to.equal('/search');
    expect(withoutQuery('what is a #5 screw?')).to.equal('what is a #5 screw?');
  });

  it('[L13] law: no address keeps its query, and cutting twice is cutting once', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const bare = withoutQuery(address);
        expect(bare).not.to.match(/[?#]/);
        expect(address.startsWith(bare)).to.equal(true);
        expect(withoutQuery(bare)).to.equal(bare);
      }),
    );
  });
});
