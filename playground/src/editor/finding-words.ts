import type { Finding } from '@tactful/simulator';
import type { Lang } from '../language.js';
import { editorTexts, ruleWords } from './texts.js';

const lastNames = (path: string): readonly string[] =>
  path
    .replace(/\[\d+\]/g, '')
    .split('.')
    .reverse();

/** What to do about a finding, in one or two sentences; `found` and `fix` of the check itself are for whoever reads code. */
export function findingWords({ rule, path }: Finding, lang: Lang): string {
  const { rules, unreadable, other } = ruleWords(lang);
  const said = Object.hasOwn(rules, rule) ? rules[rule] : undefined;
  const [last = ''] = lastNames(path);
  if (said !== undefined) return said.replace('{lang}', editorTexts(lang).langNames[last] ?? last);
  const name = lastNames(path).find((each) => Object.hasOwn(unreadable, each));
  return (name === undefined ? undefined : unreadable[name]) ?? other(path === '' ? 'catalog' : path);
}
