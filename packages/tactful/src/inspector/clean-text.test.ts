import { expect } from 'chai';
import fc from 'fast-check';
import { cleanText, LONGEST_TEXT } from './clean-text.js';

describe('cleanText', () => {
  it('[X5] removes what turns the direction of text or cannot be seen', () => {
    expect(cleanText('free\u202Etxt.exe\u2066 a\u200Bb \u0007')).to.equal('free txt.exe a b');
  });

  it('[X5] is one line of at most 512 characters, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        const clean = cleanText(text);
        expect(clean.length).to.be.at.most(LONGEST_TEXT);
        expect(clean).not.to.match(/[\n\r\u202a-\u202e\u2066-\u2069]/u);
        expect(cleanText(clean)).to.equal(clean);
      }),
    );
  });
});
