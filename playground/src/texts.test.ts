import { expect } from 'chai';
import { chooseLang, LANGUAGES } from './language.js';
import { textsFor } from './texts.js';

const SAMPLES: Readonly<Record<string, readonly (string | number)[]>> = { string: ['x'], number: [1], several: [2] };

/** Every sentence below a value, with the way to it; functions are asked with one, with two and with a word. */
function sentences(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    return Object.entries(SAMPLES).map(([kind, args]) => [
      `${path}(${kind})`,
      String(Reflect.apply(value, undefined, [...args])),
    ]);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => sentences(below, `${path}.${key}`));
}

describe('[G8] words', () => {
  it('are there in every language, trimmed and without shouting', () => {
    const [first, ...others] = LANGUAGES.map((lang) => sentences(textsFor(lang), ''));
    const paths = first?.map(([path]) => path);
    expect(paths?.length).to.be.above(100);
    for (const other of others) expect(other.map(([path]) => path)).to.deep.equal(paths);
    for (const [path, text] of [...(first ?? []), ...others.flat()]) {
      expect(text, path).to.match(/\S/);
      expect(text, path).to.equal(text.trim());
      expect(text, path).not.to.match(/!|undefined|\[object/);
    }
  });

  it('are Dutch in Dutch', () => {
    const dutch = new Map(sentences(textsFor('nl'), ''));
    const same = sentences(textsFor('en'), '').filter(([path, text]) => text.length > 12 && dutch.get(path) === text);
    expect(same).to.deep.equal([]);
  });

  it('are in the language that was chosen, else in the browser’s, else English', () => {
    expect(chooseLang('nl', ['en-US'])).to.equal('nl');
    expect(chooseLang(null, ['fr-FR', 'nl-BE', 'en'])).to.equal('nl');
    expect(chooseLang('xx', ['NL'])).to.equal('nl');
    expect(chooseLang(null, ['fr', 'de'])).to.equal('en');
  });
});
