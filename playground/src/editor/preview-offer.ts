import { isFields, valueAt, type Fields } from './draft.js';

/** What the element draws: an offer's words in one language. */
interface Said {
  readonly lang: string;
  readonly title: string;
  readonly text: string | undefined;
  readonly link: { readonly label: string; readonly href: string } | undefined;
  readonly image: string | undefined;
}

const textAt = (from: unknown, ...path: readonly string[]): string | undefined => {
  const value = valueAt(from, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** The address as the browser would follow it; only those of web pages are ever a link. */
function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url, document.baseURI)) return undefined;
  const { protocol, href } = new URL(url, document.baseURI);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** What an offer says in a language; `undefined` while it has no title there. */
export function saidIn(offer: Fields, lang: string): Said | undefined {
  const said = isFields(offer['content']) ? offer['content'][lang] : undefined;
  const title = textAt(said, 'title');
  if (title === undefined) return undefined;
  const [label, href] = [textAt(said, 'action', 'label'), webAddress(textAt(said, 'action', 'url'))];
  const image = textAt(said, 'image');
  return {
    lang,
    title,
    text: textAt(said, 'text'),
    link: label === undefined || href === undefined ? undefined : { label, href },
    image: image?.startsWith('data:image/') ? image : undefined,
  };
}

const shown = new WeakMap<Element, string>();

/**
 * Puts an offer into a real `<tactful-offer>` as if it had just been decided; nothing is, and nothing is kept: the element
 * stands in a scope that has no instance. What it shows already is left as it is, so a card that was put away stays away.
 *
 * `again` shows it anew.
 */
export function previewOffer(element: Element, said: Said | undefined, again = false): void {
  const words = said ? JSON.stringify(said) : '';
  if (!again && shown.get(element) === words) return;
  shown.set(element, words);
  // the state that a decision leads to; the element offers no way to it but deciding
  const state = said
    ? { kind: 'offer', decision: { id: 'preview' }, offerId: 'preview', view: said }
    : { kind: 'default' };
  Object.assign(element, { state });
}
