import { expect } from 'chai';
import { loadTexts } from './texts.js';
import { TEXTS_EN } from './texts-en.js';
import { TEXTS_NL } from './texts-nl.js';

/** Every text of a language by its path; functions are called with 1 and with 3. */
function texts(of: object, path = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(of) as [string, unknown][]) {
    const at = `${path}.${key}`;
    if (typeof value === 'function')
      for (const n of [1, 3]) found.set(`${at}(${String(n)})`, String(value.call(undefined, n)));
    else if (typeof value === 'object' && value !== null)
      for (const [inner, text] of texts(value, at)) found.set(inner, text);
    else found.set(at, String(value));
  }
  return found;
}

describe('texts', () => {
  it('[E15] has every text in English and in Dutch, none empty, none left untranslated', () => {
    const english = texts(TEXTS_EN);
    const dutch = texts(TEXTS_NL);
    expect([...dutch.keys()].sort()).to.deep.equal([...english.keys()].sort());
    expect(english.size).to.be.greaterThan(100);
    const same = [...english].filter(([path, text]) => dutch.get(path) === text).map(([path]) => path);
    expect(same).to.deep.equal(['.consent.later']);
    for (const [path, text] of [...english, ...dutch]) expect(text.trim(), path).not.to.equal('');
    for (const n of ['1', '3']) expect(dutch.get(`.consent.days(${n})`)).to.include(n);
  });

  it('[E15] speaks Dutch for nl and what is under it, else English', async () => {
    for (const lang of ['nl', 'nl-BE', 'NL']) expect((await loadTexts(lang)).lang, lang).to.equal('nl');
    for (const lang of ['en', 'nlx', 'de', '']) expect((await loadTexts(lang)).lang, lang).to.equal('en');
  });
});
