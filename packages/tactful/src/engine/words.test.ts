import { expect } from 'chai';
import fc from 'fast-check';
import { REASON_CODES } from './reason.js';
import type { ReasonCode } from './reason.js';
import { WORDS_EN } from './words-en.js';
import { WORDS_NL } from './words-nl.js';
import { LANGUAGES, SLOT_NAMES, sentence, wordsFor } from './words.js';
import type { Level, Slots } from './words.js';

const LEVELS: readonly Level[] = ['shopper', 'developer', 'educator'];
const FULL: Slots = {
  until: '14:00',
  category: 'garden',
  brand: 'Acme',
  count: 5,
  amount: '€ 3',
  offer: 'Hose',
  days: 21,
};

// No watching, no inferred traits, no selling: the words of a shop assistant with manners.
const BANNED: readonly RegExp[] = [
  /\bwe('ve| have)? (saw|see|seen|notice|noticed|know|think|detected|learned|missed)\b/i,
  /\b(tracked|watched|watching|monitored|detected|analysed|algorithm|profile of you|based on your)\b/i,
  /\b(bored|grief|mood|personality|income|age|gender|pregnant|lonely)\b/i,
  /\b(hurry|exclusive|don't miss|last chance|only today|special deal|just for you)\b/i,
  /\b(we|wij) (zagen|zien|merkten|merken|weten|denken|misten)\b/i,
  /\b(gevolgd|bekeken|opgevallen|gemerkt|gedetecteerd|algoritme|op basis van)\b/i,
  /\b(verveeld|rouw|stemming|persoonlijkheid|inkomen|leeftijd|geslacht|zwanger|eenzaam)\b/i,
  /\b(haast|exclusief|mis het niet|laatste kans|alleen vandaag|speciaal voor jou)\b/i,
  /!/,
];

function shopperTexts(code: ReasonCode, lang: string): readonly string[] {
  const words = wordsFor(lang)[code];
  return [words.shopper, ...(words.shopperWith ?? [])];
}

function slotsOf(text: string): readonly string[] {
  return [...text.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '');
}

describe('words', () => {
  for (const lang of LANGUAGES) {
    for (const level of LEVELS) {
      it(`[W4] every code has a ${level} sentence in ${lang}`, () => {
        const missing = REASON_CODES.filter((code) => {
          const text: unknown = Object.hasOwn(wordsFor(lang), code) ? wordsFor(lang)[code][level] : undefined;
          return typeof text !== 'string' || !/^\S.{3,118}[.?]$/.test(text);
        });
        expect(missing).to.deep.equal([]);
      });
    }

    it(`[W4] ${lang} has no words for codes that do not exist`, () => {
      expect(Object.keys(wordsFor(lang))).to.have.members([...REASON_CODES]);
    });

    it(`[W5] in ${lang} only the fuller sentences hold slots, and only known ones`, () => {
      for (const code of REASON_CODES) {
        const words = wordsFor(lang)[code];
        expect([words.shopper, words.developer, words.educator].flatMap(slotsOf), code).to.deep.equal([]);
        for (const text of words.shopperWith ?? []) {
          expect(slotsOf(text), text).to.not.be.empty;
          expect(SLOT_NAMES, text).to.include.members([...slotsOf(text)]);
        }
      }
    });

    it(`[W6] nothing in ${lang} tells of watching, of traits or of selling`, () => {
      for (const code of REASON_CODES) {
        for (const text of shopperTexts(code, lang)) {
          expect(BANNED.filter((pattern) => pattern.test(text)).map(String), text).to.deep.equal([]);
        }
      }
    });

    it(`[W6] a shopper reads one short sentence in ${lang}`, () => {
      for (const code of REASON_CODES) {
        for (const text of shopperTexts(code, lang)) {
          expect(text.match(/[.?](?: |$)/g), text).to.have.lengthOf(1);
          expect(text.length, text).to.be.at.most(72);
        }
      }
    });
  }

  it('[W4] Dutch is written, not copied, and uses the same slots as English', () => {
    for (const code of REASON_CODES) {
      expect(WORDS_NL[code].shopper, code).to.not.equal(WORDS_EN[code].shopper);
      expect(WORDS_NL[code].educator, code).to.not.equal(WORDS_EN[code].educator);
      expect((WORDS_NL[code].shopperWith ?? []).map(slotsOf), code).to.deep.equal(
        (WORDS_EN[code].shopperWith ?? []).map(slotsOf),
      );
    }
  });

  it('[W4] both languages name the same papers', () => {
    const papers = (text: string): readonly string[] => text.match(/[A-Z][\w/'í]+ (?:et al\. )?\d{4}(?=[);])/g) ?? [];
    for (const code of REASON_CODES) {
      expect(papers(WORDS_NL[code].educator), code).to.deep.equal(papers(WORDS_EN[code].educator));
    }
    expect(papers(WORDS_EN.NEVER_LIST.educator)).to.deep.equal(['Kleinberg et al. 2024']);
  });
});

describe('sentence', () => {
  it('[W5] fills the slots, or says the sentence that needs none', () => {
    expect(sentence({ code: 'YOU_OFTEN', level: 'shopper', lang: 'en', slots: { category: 'garden' } })).to.equal(
      'It fits what you looked at or bought here: garden.',
    );
    expect(sentence({ code: 'YOU_OFTEN', level: 'shopper', lang: 'en', slots: { brand: 'Acme' } })).to.equal(
      'It fits what you looked at or bought here: Acme.',
    );
    expect(sentence({ code: 'YOU_OFTEN', level: 'shopper', lang: 'en', slots: { until: '14:00' } })).to.equal(
      WORDS_EN.YOU_OFTEN.shopper,
    );
    expect(sentence({ code: 'CAPPED', level: 'shopper', lang: 'nl', slots: { until: ' ' } })).to.equal(
      WORDS_NL.CAPPED.shopper,
    );
  });

  it('[W5] says a number of days or times only from two on', () => {
    const due = (days: number): string =>
      sentence({ code: 'DUE_AGAIN', level: 'shopper', lang: 'en', slots: { days } });
    expect(due(2)).to.equal('It may be time for this again, after 2 days.');
    expect(due(1)).to.equal(WORDS_EN.DUE_AGAIN.shopper);
    expect(due(Number.NaN)).to.equal(WORDS_EN.DUE_AGAIN.shopper);
  });

  it('[W5] leaves no slot open, whatever is known', () => {
    const known = fc
      .subarray([...SLOT_NAMES])
      .map((names): Slots => Object.fromEntries(names.map((name) => [name, FULL[name]])));
    fc.assert(
      fc.property(
        fc.constantFrom(...REASON_CODES),
        fc.constantFrom(...LEVELS),
        fc.constantFrom(...LANGUAGES),
        known,
        (code, level, lang, slots) => {
          expect(sentence({ code, level, lang, slots })).to.not.match(/[{}]|undefined|NaN/);
        },
      ),
    );
  });

  it('[W5] puts a value in as it is, even one that looks like a slot or a pattern', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
        (category) => {
          const text = sentence({ code: 'NEW_FOR_YOU', level: 'shopper', lang: 'en', slots: { category } });
          expect(text).to.equal(`New for you in ${category.trim()}.`);
        },
      ),
      { examples: [['{until}'], ['$&'], ['{category}']] },
    );
  });

  it('[W7] says quiet time neutrally, whatever else is known', () => {
    expect(sentence({ code: 'QUIET_TIME', level: 'shopper', lang: 'en', slots: FULL })).to.equal(
      'Quiet time until 14:00.',
    );
    expect(sentence({ code: 'QUIET_TIME', level: 'shopper', lang: 'nl', slots: FULL })).to.equal(
      'Stille tijd tot 14:00.',
    );
    for (const lang of LANGUAGES) {
      expect((wordsFor(lang).QUIET_TIME.shopperWith ?? []).flatMap(slotsOf)).to.deep.equal(['until']);
    }
  });

  it('[W8] speaks Dutch to nl and its regions, and English to everyone else', () => {
    const paused = (lang: string): string => sentence({ code: 'PAUSED', level: 'shopper', lang });
    for (const lang of ['nl', 'nl-BE', 'NL', 'nl-Latn-NL'])
      expect(paused(lang), lang).to.equal(WORDS_NL.PAUSED.shopper);
    for (const lang of ['en', 'en-GB', 'de', '', 'nld', 'nlx-NL'])
      expect(paused(lang), lang).to.equal(WORDS_EN.PAUSED.shopper);
  });

  it('[W8] gives back a code it does not know, also one that every object has', () => {
    for (const code of ['FROM_A_NEWER_STORE', 'constructor', '__proto__', '']) {
      expect(sentence({ code: code as ReasonCode, level: 'shopper', lang: 'en' })).to.equal(code);
    }
  });

  it('[W9] gives a developer the code, the figures that are known and where to read on', () => {
    expect(sentence({ code: 'CAPPED', level: 'developer', lang: 'en', slots: { count: 3, until: '14:00' } })).to.equal(
      'CAPPED: Cap rule: frequency reached. until=14:00 count=3 docs/words.md#capped',
    );
    expect(sentence({ code: 'OWNED', level: 'developer', lang: 'nl' })).to.equal(
      `OWNED: ${WORDS_NL.OWNED.developer} docs/words.md#owned`,
    );
  });
});
