import { expect } from 'chai';
import { OFFER_CLASSES } from 'tactful/engine';
import { LANGUAGES } from '../language.js';
import { sentences } from '../testing-texts.js';
import { FIELDS } from './fields.js';
import { editorTexts, ruleWords } from './texts.js';

const all = (lang: (typeof LANGUAGES)[number]): readonly (readonly [string, string])[] => [
  ...sentences(editorTexts(lang), '').filter(([path]) => !path.endsWith('fields.brand.1')),
  ...sentences(ruleWords(lang), 'rules'),
];

describe('[G8] the words of the offer editor', () => {
  it('are there in every language, trimmed and without shouting', () => {
    const [first = [], ...others] = LANGUAGES.map(all);
    expect(first.length).to.be.above(150);
    for (const other of others) expect(other.map(([path]) => path)).to.deep.equal(first.map(([path]) => path));
    for (const [path, text] of [...first, ...others.flat()]) {
      expect(text, path).to.match(/\S/);
      expect(text, path).to.equal(text.trim());
      expect(text, path).not.to.match(/!|undefined|\[object|—/);
    }
  });

  it('are Dutch in Dutch', () => {
    const dutch = all('nl').map(([, text]) => text);
    const same = all('en').filter(([, text], index) => text.length > 12 && dutch[index] === text);
    expect(same.map(([path]) => path)).to.deep.equal(['.save']);
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
