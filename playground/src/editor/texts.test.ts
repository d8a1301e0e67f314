import { expect } from 'chai';
import { OFFER_CLASSES } from 'tactful/engine';
import { LANGUAGES, type Lang } from '../language.js';
import { expectEveryLanguage, leftInEnglish, sentences } from '../testing-texts.js';
import { FIELDS } from './fields.js';
import { editorTexts, ruleWords } from './texts.js';

const all = (lang: Lang): ReturnType<typeof sentences> => [
  ...sentences(editorTexts(lang), '').filter(([path]) => !path.endsWith('fields.brand.1')),
  ...sentences(ruleWords(lang), 'rules'),
];

describe('[G8] the words of the offer editor', () => {
  it('are there in every language, trimmed and without shouting', () => {
    expectEveryLanguage(all, { moreThan: 150 });
  });

  it('are Dutch in Dutch', () => {
    expect(leftInEnglish(all).map(([path]) => path)).to.deep.equal(['.save']);
  });

  it('name every kind of offer and every field', () => {
    for (const lang of LANGUAGES) {
      const { classes, fields } = editorTexts(lang);
      expect(Object.keys(classes)).to.deep.equal([...OFFER_CLASSES]);
      const wanted = Object.values(FIELDS).flatMap((part) => Object.keys(part));
      expect(Object.keys(fields)).to.have.members(wanted);
    }
  });
});
