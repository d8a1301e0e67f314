import { expect } from 'chai';
import { LANGUAGES } from '../language.js';
import { sentences } from '../testing-texts.js';
import { readTheWall } from './read-wall.js';
import { threadsTexts } from './texts.js';
import { lineText, stepText, wordCard, wordSaying } from './wall-words.js';
import { openWall } from './wall-state.js';
import { WALKS } from './walks.js';

describe('[G8] the words of the page Threads', () => {
  it('are there in every language, trimmed and without shouting', () => {
    const [first = [], ...others] = LANGUAGES.map((lang) => sentences(threadsTexts(lang), ''));
    expect(first.length).to.be.above(90);
    for (const other of others) expect(other.map(([path]) => path)).to.deep.equal(first.map(([path]) => path));
    for (const [path, text] of [...first, ...others.flat()]) {
      expect(text, path).to.match(/\S/);
      expect(text, path).to.equal(text.trim());
      expect(text, path).not.to.match(/!|undefined|\[object|—/);
    }
  });

  it('are Dutch in Dutch', () => {
    const english = sentences(threadsTexts('en'), '');
    const dutch = sentences(threadsTexts('nl'), '').map(([, text]) => text);
    const same = english.filter(([, text], index) => text.length > 12 && dutch[index] === text);
    expect(same).to.deep.equal([]);
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
