import { expect } from 'chai';
import { readAmount, writeAmount } from './amount.js';
import { byField, checkDraft } from './check-draft.js';
import { emptyCatalog, offersOf, openDraft, reduceDraft, withValue, type Draft, type Fields } from './draft.js';
import { readField, writeField } from './fields.js';
import { readFrequency, writeFrequency } from './frequency-text.js';
import { joinMoment, splitMoment, zoneHere } from './moment-text.js';
import { readFileText } from './read-file-text.js';

const HOSE: Fields = {
  id: 'hose',
  class: 'coupon',
  price: 2495,
  discount: 500,
  lowestPrice30d: 2495,
  openTo: 'everyone',
  content: {
    en: { title: 'Garden hose, 20 m', text: 'With a reel.', action: { label: 'See it', url: '/hose' } },
    nl: { title: 'Tuinslang, 20 m', text: 'Met een haspel.', action: { label: 'Bekijk', url: '/slang' } },
  },
};
const draftOf = (...offers: readonly Fields[]): Draft => openDraft({ ...emptyCatalog(), offers });
const set = (draft: Draft, path: readonly string[], value: unknown): Draft =>
  reduceDraft(draft, { do: 'set', path, value });
const first = ({ catalog }: Draft): Fields => offersOf(catalog)[0] ?? {};

describe('[G40] a draft', () => {
  it('is changed at one place and keeps the rest, what it does not know included', () => {
    const odd = { ...HOSE, features: { colour: 'green' }, suppress: { for: 'P7D' } };
    const draft = set(draftOf(odd), ['content', 'en', 'title'], 'Hose');
    expect(first(draft)).to.deep.equal(withValue(odd, ['content', 'en', 'title'], 'Hose'));
    expect(Object.keys(first(draft))).to.deep.equal(Object.keys(odd));
    expect(set(draft, ['content', 'en', 'title'], 'Garden hose, 20 m').catalog).to.deep.equal(draftOf(odd).catalog);
  });

  it('loses what is emptied, but no language whose last word goes', () => {
    const draft = draftOf({ id: 'a', class: 'help', content: { en: { title: 'T' } } });
    expect(first(set(draft, ['content', 'en', 'title'], undefined))['content']).to.deep.equal({ en: {} });
    expect(first(set(draft, ['content', 'en'], undefined))['content']).to.deep.equal({});
    const linked = set(draft, ['content', 'en', 'action', 'label'], 'Go');
    expect(first(set(linked, ['content', 'en', 'action', 'label'], undefined))).to.deep.equal(first(draft));
  });

  it('adds, duplicates and removes offers, and has the one open that was meant', () => {
    const begun = reduceDraft(openDraft(emptyCatalog()), { do: 'add', lang: 'nl' });
    expect(first(begun)).to.deep.equal({ id: 'offer-1', class: 'suggest', content: { nl: {} } });
    const two = reduceDraft(begun, { do: 'copy', lang: 'nl' });
    expect(offersOf(two.catalog).map(({ id }) => id)).to.deep.equal(['offer-1', 'offer-2']);
    expect(two.selected).to.equal(1);
    expect(reduceDraft(two, { do: 'remove' }).selected).to.equal(0);
    expect(reduceDraft(reduceDraft(two, { do: 'remove' }), { do: 'remove' }).selected).to.equal(-1);
    expect(reduceDraft(two, { do: 'select', index: 7 })).to.equal(two);
  });
});

describe('[G41] money and other things as one types them', () => {
  it('is decimals in the form and minor units in the draft', () => {
    for (const text of ['24.95', '24,95', ' € 24,95 ', 'EUR 24.95', '24,95 €'])
      expect(readAmount(text, 'EUR'), text).to.equal(2495);
    expect([
      readAmount('24', 'EUR'),
      readAmount('24,9', 'EUR'),
      readAmount('500', 'JPY'),
      readAmount('1.234', 'KWD'),
    ]).to.deep.equal([2400, 2490, 500, 1234]);
    for (const text of ['1.299', '1,299.00', '1.299,00', '-5', '24.', 'free', '$5', '1e3'])
      expect(readAmount(text, 'EUR'), text).to.equal(undefined);
    for (const minor of [0, 5, 50, 2495, 9_007_199_254_740_991])
      for (const currency of ['EUR', 'JPY', 'KWD'])
        for (const comma of [true, false])
          expect(readAmount(writeAmount(minor, { currency, comma }), currency)).to.equal(minor);
  });

  it('keeps what cannot be read as it was typed, and the check complains of it there', () => {
    const setting = { lang: 'en', currency: 'EUR' };
    const draft = set(set(draftOf(HOSE), ['price'], readField('24,9x', 'amount', setting)), ['when'], undefined);
    expect(writeField(first(draft)['price'], 'amount', setting)).to.equal('24,9x');
    const check = checkDraft(draft.catalog, 0);
    expect([check.errors, check.usable]).to.deep.equal([1, 0]);
    expect(check.byOffer.get(0)?.map(({ place }) => place)).to.deep.equal(['price']);
    expect(readField('{"a": ', 'json', setting)).to.equal('{"a": ');
    expect(readField('  ', 'json', setting)).to.equal(undefined);
  });

  it('reads how often in both languages', () => {
    const often = {
      lifetime: 3,
      custom: [
        { cap: 1, period: 'P7D' },
        { cap: 2, period: 'PT12H' },
      ],
    };
    for (const line of ['3 ever | 1 in 7 days | 2 in PT12H', '3 ooit, 1 per 7 dagen, 2 keer per pt12h'])
      expect(readFrequency(line), line).to.deep.equal(often);
    for (const lang of ['en', 'nl']) expect(readFrequency(writeFrequency(often, lang))).to.deep.equal(often);
    for (const line of ['often', '1 in a while', '3 ever | 4 ever', ''])
      expect(readFrequency(line), line).to.equal(undefined);
  });

  it('has moments with their zone', () => {
    for (const moment of ['2031-03-31T09:00:00+02:00', '2031-03-31T09:00:30Z', '2031-03-31T09:00:30.5-11:00'])
      expect(joinMoment(splitMoment(moment)), moment).to.equal(moment);
    expect(splitMoment('2031-03-31')).to.deep.equal({ local: '2031-03-31T00:00', zone: '' });
    expect(splitMoment('soon')).to.deep.equal({ local: '', zone: '' });
    expect(joinMoment({ local: '', zone: 'Z' })).to.equal(undefined);
    expect(zoneHere('2031-03-31T09:00')).to.match(/^[+-]\d\d:\d\d$/);
  });
});

describe('[G44] the check beside the fields', () => {
  it('names the field that each finding concerns, and the offer where there is none', () => {
    const loud = withValue(withValue(HOSE, ['content', 'en', 'title'], 'LAST CHANCE!!!'), ['content', 'nl'], undefined);
    const check = checkDraft({ ...emptyCatalog(), offers: [HOSE, { ...loud, id: 'loud', lowestPrice30d: 2000 }] }, 0);
    expect(check.byOffer.get(0)).to.equal(undefined);
    const found = byField(check.byOffer.get(1) ?? [], ['lowestPrice30d', 'discount', 'content.en', 'content.en.title']);
    const rules = Object.fromEntries([...found].map(([field, list]) => [field, list.map(({ rule }) => rule)]));
    expect(rules).to.deep.equal({
      'content.en.title': ['pressing', 'shouting'],
      discount: ['false-reduction'],
      '': ['missing-language'],
    });
    expect([check.errors, check.warnings, check.usable]).to.deep.equal([3, 1, 2]);
  });
});

describe('[G43] a file', () => {
  it('is opened whole or refused with what is wrong', () => {
    const reading = (value: unknown): unknown => readFileText(JSON.stringify(value));
    expect(readFileText('id;price\na;1')).to.deep.equal({ kind: 'table', text: 'id;price\na;1' });
    expect(readFileText('\ufeff{"format": ')).to.deep.equal({ kind: 'problem', problem: 'not-json' });
    expect(reading([1])).to.deep.equal({ kind: 'problem', problem: 'not-a-catalog' });
    expect(reading({ format: 'tactful-catalog' })).to.deep.equal({ kind: 'problem', problem: 'no-offers' });
    expect(reading({ format: 'tactful-catalog', offers: [{}, 7] })).to.deep.equal({
      kind: 'problem',
      problem: 'bad-offer',
      at: 2,
    });
    const whole = { ...emptyCatalog(), offers: [HOSE], places: [{ id: 'x' }] };
    expect(reading(whole)).to.deep.equal({ kind: 'catalog', catalog: whole });
  });
});
