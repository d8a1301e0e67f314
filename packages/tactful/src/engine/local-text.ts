/** A sentence, or the same sentence by BCP 47 language. */
export type LocalText = string | { readonly [lang: string]: string };

/** The sentence in the wanted language, else in its base language, else in English, else the first there is. */
export function localText(text: LocalText, lang: string): string {
  if (typeof text === 'string') return text;
  return text[lang] ?? text[lang.split('-')[0] ?? ''] ?? text['en'] ?? Object.values(text)[0] ?? '';
}
