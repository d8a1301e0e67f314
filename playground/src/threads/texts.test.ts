import { expect } from 'chai';
import { LANGUAGES, type Lang } from '../language.js';
import { expectEveryLanguage, leftInEnglish, sentences } from '../testing-texts.js';
import { readTheWall } from './read-wall.js';
import { threadsTexts } from './texts.js';
import { lineText, stepText, wordCard, wordSaying } from './wall-words.js';
import { openWall } from './wall-state.js';
import { WALKS } from './walks.js';

const all = (lang: Lang): ReturnType<typeof sentences> => sentences(threadsTexts(lang), '');

describe('[G8] the words of the page Threads', () => {
  it('are there in every language, trimmed and without shouting', () => {
    expectEveryLanguage(all, { moreThan: 90 });
  });

  it('are Dutch in Dutch', () => {
    expect(leftInEnglish(all)).to.deep.equal([]);
  });

  it('say every note, card and offer without an open slot or a bare id', () => {
    for (const lang of LANGUAGES)
      for (const walk of WALKS) {
        const reading = readTheWall({ ...openWall(walk), more: true }, lang);
        const { title = '', text, reasons } = wordSaying(reading.left.tomorrow, { log: reading.log, lang });
        const lines = [
          ...reading.notes.map(({ step }) => stepText(step, lang)),
          ...reading.cards.flatMap(({ row }) => {
            const { what, details } = wordCard(row, lang);
            return [what, ...details].map(lineText);
          }),
          ...reasons,
          title + text,
        ];
        for (const line of lines)
          expect(line, `${lang} ${walk}`).not.to.match(/[{}]|undefined|\b[a-z]+\/[a-z]+\b|wall:/);
        expect(reasons.length).to.be.above(0);
      }
  });
});
