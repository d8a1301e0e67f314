import type { Spotted } from './lint-finding.js';
import { isFields, type LintContext, type LintedOffer, type OfferRule } from './lint-rule.js';

const BOTH = ['en', 'nl'] as const;

const languagesOf = ({ fields }: LintedOffer): readonly string[] =>
  isFields(fields['content']) ? Object.keys(fields['content']) : [];

const speaks = (offer: LintedOffer, lang: string): boolean =>
  languagesOf(offer).some((tag) => tag === lang || tag.startsWith(`${lang}-`));

/** English and Dutch, where some offer has both; else nothing. */
export function sharedLanguages(offers: readonly LintedOffer[]): readonly string[] {
  return offers.some((each) => BOTH.every((lang) => speaks(each, lang))) ? BOTH : [];
}

function spotMissing(offer: LintedOffer, { languages }: LintContext): readonly Spotted[] {
  return languages
    .filter((lang) => !speaks(offer, lang))
    .map((lang): Spotted => [`content.${lang}`, undefined, 'the same in this language, as other offers have it']);
}

function tonesIn(said: unknown): readonly string[] {
  const tones: unknown = isFields(said) ? said['tones'] : undefined;
  return isFields(tones) ? Object.keys(tones) : [];
}

function spotTones({ fields }: LintedOffer): readonly Spotted[] {
  const { content } = fields;
  if (!isFields(content)) return [];
  const all = new Set(Object.values(content).flatMap(tonesIn));
  return Object.entries(content).flatMap(([lang, said]) => {
    const own = new Set(tonesIn(said));
    return [...all]
      .filter((tone) => !own.has(tone))
      .map((tone): Spotted => [`content.${lang}.tones.${tone}`, undefined, 'the same tone in this language']);
  });
}

/** Whoever reads one language gets what readers of the other get. */
export const LANGUAGE_RULES: readonly OfferRule[] = [
  { rule: 'missing-language', level: 'warning', spot: spotMissing },
  { rule: 'missing-tone', level: 'warning', spot: spotTones },
];
