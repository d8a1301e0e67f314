import { expect } from 'chai';
import { LANGUAGES, type Lang } from '../language.js';
import { expectEveryLanguage, leftInEnglish, sentences } from '../testing-texts.js';
import { ATTACKS } from './attacks.js';
import { breakTexts } from './texts.js';
import type { Run } from './tally.js';
import { verdictOf } from './verdict.js';

const run = (over: Partial<Run>): Run => ({
  attack: 'kill',
  items: ['1', '2', '3'],
  healths: [{ offered: 3, kept: 3, dropped: {}, worker: 'url' }],
  ...over,
});
const found = (ours: readonly string[], other: readonly string[] = []) => ({
  ours: new Set(ours),
  other: new Set(other),
});

const all = (lang: Lang): ReturnType<typeof sentences> => sentences(breakTexts(lang), '');

describe('[R101] the words of the page Try to break it', () => {
  it('are there in every language, trimmed and without shouting', () => {
    expectEveryLanguage(all, { moreThan: 70 });
  });

  it('are Dutch in Dutch', () => {
    expect(leftInEnglish(all)).to.deep.equal([]);
  });

  for (const lang of LANGUAGES) {
    const texts = breakTexts(lang);

    it(`say of each attack what was defended, with its own counts (${lang})`, () => {
      for (const attack of ATTACKS.filter((one) => one !== 'beacon')) {
        const verdict = verdictOf(run({ attack }), found(['1', '2', '3'], ['1']), texts);
        expect(verdict.held, attack).to.equal(true);
        expect(verdict.ours, attack).to.contain('3');
        expect(verdict.other, attack).to.contain('2');
      }
      const full = run({ attack: 'full', healths: [{ offered: 3, kept: 1, dropped: { quota: 2 }, worker: 'url' }] });
      expect(verdictOf(full, found(['1']), texts).ours).to.equal(texts.held.full(1, 2));
    });

    it(`planted fault: say so when something was lost, and when a beacon was not reported (${lang})`, () => {
      const lost = verdictOf(run({}), found(['1', '3'], ['1', '2', '3']), texts);
      expect(lost).to.deep.equal({ held: false, ours: texts.broken(1, 3), other: texts.otherKept });
      const beacons = (blocked: number, own: number) =>
        verdictOf(run({ attack: 'beacon', beacons: { planted: 6, blocked, own } }), found([]), texts);
      expect(beacons(6, 1)).to.deep.equal({ held: true, ours: texts.held.beacon(6, 6), other: texts.ownOut });
      expect(beacons(5, 0)).to.deep.equal({ held: false, ours: texts.leaked(5, 6), other: texts.ownStayed });
    });

    it(`say whether the library still answers without its worker (${lang})`, () => {
      const all = found(['1', '2', '3']);
      expect(verdictOf(run({ answeredIn: null }), all, texts).more).to.equal(texts.unanswered);
      const said = verdictOf(run({ answeredIn: 1240 }), all, texts).more;
      expect(said).to.equal(texts.answered('1.2', texts.where.url));
    });
  }
});
