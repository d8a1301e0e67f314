import { expect } from 'chai';
import { LANGUAGES, type Lang } from './language.js';

type Sentences = readonly (readonly [path: string, sentence: string])[];

/** What a page says in every language: more than so many sentences, the same ones, trimmed and without shouting. */
export function expectEveryLanguage(all: (lang: Lang) => Sentences, { moreThan }: { readonly moreThan: number }): void {
  const [first = [], ...others] = LANGUAGES.map(all);
  expect(first.length).to.be.above(moreThan);
  for (const other of others) expect(other.map(([path]) => path)).to.deep.equal(first.map(([path]) => path));
  for (const [path, text] of [...first, ...others.flat()]) {
    expect(text, path).to.match(/\S/);
    expect(text, path).to.equal(text.trim());
    expect(text, path).not.to.match(/!|undefined|\[object|—/);
  }
}

/** The sentences that are the same in Dutch as in English, short words aside. */
export function leftInEnglish(all: (lang: Lang) => Sentences): Sentences {
  const dutch = all('nl').map(([, text]) => text);
  return all('en').filter(([, text], index) => text.length > 12 && dutch[index] === text);
}

/** Every sentence below a value, with the way to it; functions are asked with numbers and with words. */
export function sentences(value: unknown, path: string): Sentences {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return [
      [1, 1],
      [2, 2],
      ['x', 'y'],
    ].map((args) => [path, String(Reflect.apply(value, undefined, args))] as const);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => sentences(below, `${path}.${key}`));
}
