import { expect } from 'chai';
import type { Lang } from '../language.js';
import { expectEveryLanguage, leftInEnglish, sentences } from '../testing-texts.js';
import { dayTexts } from './texts.js';

const all = (lang: Lang): ReturnType<typeof sentences> => sentences(dayTexts(lang), '');

describe('[G55] the words of the page One day, three shops', () => {
  it('[G55] are there in every language, trimmed and without shouting', () => {
    expectEveryLanguage(all, { moreThan: 120 });
  });

  it('[G55] are Dutch in Dutch', () => {
    expect(leftInEnglish(all)).to.deep.equal([]);
  });
});
