import { expect } from 'chai';
import { ACCOUNT_WORDS_EN } from './account-words-en.js';
import { ACCOUNT_WORDS_NL } from './account-words-nl.js';
import type { AccountWords } from './account-words.js';

const WATCHING =
  /\bwe\b|\b(saw|watch|track|notice|detect|monitor|gevolgd|bekeken|opgevallen|gemerkt|zagen)|\b(age|income|gender|mood|leeftijd|inkomen|geslacht)\b|!/i;

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
function keysOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`));
}
const slotsOf = (text: string): readonly string[] => [...(text.match(/\{\w+\}/g) ?? [])].sort();
const papersOf = ({ term }: AccountWords): readonly string[] =>
  Object.values(term).flatMap(({ idea }) => idea.match(/[A-Z]\w+ (?:et al\. )?\d{4}/g) ?? []);

describe('words of an account', () => {
  it('[D102] both languages have every word, with the same slots and the same papers', () => {
    expect(keysOf(ACCOUNT_WORDS_NL)).to.deep.equal(keysOf(ACCOUNT_WORDS_EN));
    expect(textsOf(ACCOUNT_WORDS_NL).map(slotsOf)).to.deep.equal(textsOf(ACCOUNT_WORDS_EN).map(slotsOf));
    expect(papersOf(ACCOUNT_WORDS_NL)).to.deep.equal(papersOf(ACCOUNT_WORDS_EN));
    expect(papersOf(ACCOUNT_WORDS_EN)).to.include('Ascarza 2018');
  });

  it('[D102] nothing tells of watching or of traits', () => {
    for (const words of [ACCOUNT_WORDS_EN, ACCOUNT_WORDS_NL])
      expect(textsOf(words).filter((text) => WATCHING.test(text))).to.deep.equal([]);
  });
});
