import type { Decision } from '../client/index.js';
import { bestLang } from './closest-lang.js';
import { pagePicture } from './page-picture.js';

/** What a card shows: text, and only links and images that are safe to show. */
export interface OfferView {
  readonly lang: string;
  readonly title: string;
  readonly text: string | undefined;
  /** Where it stands in the shop. */
  readonly way: string | undefined;
  readonly link: { readonly label: string; readonly href: string } | undefined;
  /** The address of an image, or what one of the page's own shows. */
  readonly image: string | HTMLCanvasElement | undefined;
}

// 64 kB is the catalogue's limit too.
const IMAGE_LIMIT = 65_536;
/** Before the id of an image that the page holds. */
const OF_PAGE = 'image:';

/** The address as the browser would follow it, if it leads to a web page; nothing else ever becomes a link. */
export function webAddress(url: string): string | undefined {
  if (!URL.canParse(url, document.baseURI)) return undefined;
  const { href } = new URL(url, document.baseURI);
  return /^https?:/.test(href) ? href : undefined;
}

/** What there is to show. An address costs a request, which a page has to allow. */
function imageOf(image: string, images?: string): OfferView['image'] {
  if (image.startsWith(OF_PAGE)) return pagePicture(image.slice(OF_PAGE.length));
  if (image.startsWith('data:image/')) return image.length <= IMAGE_LIMIT ? image : undefined;
  return images === 'reveal' ? webAddress(image) : undefined;
}

/**
 * What to show of an offer in a language: the wanted one, else English, else the first. Nothing when it has no words at all.
 *
 * Addresses of images are shown where `images` is `reveal` alone. The catalogue was checked when it was compiled; a link and an image are checked again here, where they become elements.
 */
export function offerView(
  { content, way }: Pick<Decision['offers'][number], 'content' | 'way'>,
  wanted: string,
  images?: string,
): OfferView | undefined {
  const lang = bestLang(Object.keys(content), wanted);
  const said = lang === undefined ? undefined : content[lang];
  if (lang === undefined || said === undefined) return undefined;
  const { title, text, action, image } = said;
  const href = action && webAddress(action.url);
  return {
    lang,
    title,
    text,
    way: typeof way === 'object' ? way[bestLang(Object.keys(way), lang) ?? ''] : way,
    link: action && href ? { label: action.label, href } : undefined,
    image: image && imageOf(image, images),
  };
}
