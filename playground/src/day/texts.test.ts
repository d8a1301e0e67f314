import { expect } from 'chai';
import { LANGUAGES } from '../language.js';
import { sentences } from '../testing-texts.js';
import { dayTexts } from './texts.js';

describe('[G55] the words of the page One day, three shops', () => {
  it('[G55] are there in every language, trimmed and without shouting', () => {
    const [first = [], ...others] = LANGUAGES.map((lang) => sentences(dayTexts(lang), ''));
    expect(first.length).to.be.above(120);
    for (const other of others) expect(other.map(([path]) => path)).to.deep.equal(first.map(([path]) => path));
    for (const [path, text] of [...first, ...others.flat()]) {
      expect(text, path).to.match(/\S/);
      expect(text, path).to.equal(text.trim());
      expect(text, path).not.to.match(/!|undefined|\[object|—/);
    }
  });

  it('[G55] are Dutch in Dutch', () => {
    const english = sentences(dayTexts('en'), '');
    const dutch = sentences(dayTexts('nl'), '').map(([, text]) => text);
    const same = english.filter(([, text], index) => text.length > 12 && dutch[index] === text);
    expect(same).to.deep.equal([]);
  });
});
