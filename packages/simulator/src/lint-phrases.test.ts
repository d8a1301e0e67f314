import { expect } from 'chai';
import { namesEnd, pressingPart } from './lint-phrases.js';
import { PRESSING } from './lint-words.js';

const CALM = [
  'Garden hose, 20 m, does not kink',
  'In stock, delivered on Tuesday',
  'Order before noon and it comes tomorrow',
  'The last chapter of the garden year',
  'A watch with a second hand',
  'Wachtwoordboekje voor thuis',
  'Laatste hand aan de tuin',
  'Two taps left and right',
];

describe('pressingPart', () => {
  it('[S45] finds every phrase of both lists, in any case, with any number and punctuation', () => {
    for (const phrase of PRESSING) {
      for (const number of ['2', '12']) {
        const text = `A hose. ${phrase.replace('#', number).toUpperCase()}!`;
        expect(pressingPart(text), text).to.equal(phrase.replace('#', number));
      }
    }
    expect(pressingPart('last-chance for this hose')).to.equal('last-chance');
    expect(pressingPart('Nog maar twee stuks')).to.equal('nog maar twee');
    expect(pressingPart('Don\u2019t miss it')).to.equal("don't miss");
    expect(pressingPart('La\u200bst chance')).to.equal('last chance');
    expect(pressingPart('Hose \u23f0')).to.equal('\u23f0');
  });

  it('[S45] leaves calm texts alone', () => {
    for (const text of CALM) expect(pressingPart(text), text).to.equal(undefined);
  });
});

describe('namesEnd', () => {
  it('[S45] knows a date, and words for an end in both languages', () => {
    for (const text of ['until Sunday', 'geldig tot maandag', 't/m 3 mei', 'from 3 to 9 June', '1-6-2026', 'this week'])
      expect(namesEnd(text), text).to.equal(true);
    for (const text of ['Garden hose, 20 m', 'Totaal pakket', 'Does not kink'])
      expect(namesEnd(text), text).to.equal(false);
  });
});
