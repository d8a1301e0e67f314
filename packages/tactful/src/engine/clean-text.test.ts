import { expect } from 'chai';
import fc from 'fast-check';
import { hold } from '../../test/laws/law.js';
import { cleanText } from './clean-text.js';

describe('text of a catalogue', () => {
  const SAMPLES: readonly (readonly [string, string, string])[] = [
    ['what turns direction around', 'a\u202eb\u2066c\u2069\u200f', 'abc'],
    ['what cannot be seen', 'a\u200bb\ufeffc\u2060d\u00ad', 'abcd'],
    ['controls of both kinds', 'a\u0000b\u001b[31mc\u0085d\u009be', 'ab[31mcde'],
    ['breaks and tabs, which become blanks', 'a\r\n\tb', 'a b'],
    ['a letter and its accent, which become one', 'Cafe\u0301', 'Caf\u00e9'],
    ['half characters', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['a tower of marks, of which four stay', `z${'\u0335'.repeat(50)}!`, `z${'\u0335'.repeat(4)}!`],
  ];
  for (const [title, text, clean] of SAMPLES) {
    it(`[L32] cleans ${title}`, () => {
      expect(cleanText(text)).to.equal(clean);
    });
  }

  for (const text of [
    '',
    'Tuinslang 25 m, € 24,95 <b>',
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
    'می\u200cخواهم',
    'ไม่',
    '\u{1f33f}',
  ]) {
    it(`[L32] leaves ${JSON.stringify(text)} as it is`, () => {
      expect(cleanText(text)).to.equal(text);
    });
  }

  it('[L32] what is clean stays as it is, well formed and in NFC, and nothing hidden is left', () => {
    const units = fc.array(
      fc.oneof(
        fc.nat(0xffff),
        fc.constantFrom(0x202e, 0x200b, 0xd800, 0xdc00, 0x301, 0x300, 0x335, 0x41, 0xfeff, 0x1100, 0x1161),
      ),
      { maxLength: 20 },
    );
    hold(
      fc.property(units, (codes) => {
        const clean = cleanText(String.fromCharCode(...codes));
        expect(cleanText(clean)).to.equal(clean);
        expect(clean.normalize('NFC')).to.equal(clean);
        expect(clean).to.not.match(/[\p{Cc}\p{Cs}\u200b\u202a-\u202e\u2066-\u2069\ufeff]|\p{M}{5}/u);
      }),
    );
  });
});
