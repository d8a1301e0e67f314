import { catalog, type OfferText, type ShopCatalog, type ShopOffer } from './data/offers.js';
import { pictures } from './data/pictures.js';
import { productById } from './data/products.js';
import { drawPicture, type Colours } from './draw-picture.js';

/** An offer's words with its picture. */
export type PicturedText = OfferText & { readonly image?: string };

/** The catalogue as the shop hands it over. */
export type PicturedCatalog = Omit<ShopCatalog, 'offers'> & {
  readonly offers: readonly (Omit<ShopOffer, 'content'> & {
    readonly content: { readonly en: PicturedText; readonly nl: PicturedText };
  })[];
};

/** The colours of a department's tiles: what css/tokens.css mixes from its accent in the light. */
const TILES: Readonly<Record<string, Colours>> = {
  garden: { tile: '#dee9cc', accent: '#9cbd78' },
  tools: { tile: '#eae2ce', accent: '#c2aa7c' },
  paint: { tile: '#f4dece', accent: '#de9a7c' },
  electrical: { tile: '#f4e8bb', accent: '#dfbb45' },
  plumbing: { tile: '#d4e6e4', accent: '#7fb3bd' },
  wood: { tile: '#eddcc6', accent: '#c99b66' },
  fasteners: { tile: '#e0e3e2', accent: '#a3aeb8' },
  lighting: { tile: '#f6e6bd', accent: '#e6b64a' },
  heating: { tile: '#f2d8c8', accent: '#d98a6a' },
};

/** The drawing of a product as an inline image: it is there with the catalogue, so showing it asks nobody for anything. */
export function pictureOf(productId: string): string | undefined {
  const product = productById.get(productId);
  const drawing = product && pictures[product.picture];
  const colours = product && TILES[product.category[0]];
  return drawing && colours ? drawPicture(drawing, colours) : undefined;
}

function pictured(offer: ShopOffer): PicturedCatalog['offers'][number] {
  const image = offer.product === undefined ? undefined : pictureOf(offer.product);
  if (image === undefined) return offer;
  const { en, nl } = offer.content;
  return { ...offer, content: { en: { ...en, image }, nl: { ...nl, image } } };
}

/** The shop's catalogue with a picture in every offer that is about a product. */
export function picturedCatalog(): PicturedCatalog {
  return { ...catalog, offers: catalog.offers.map(pictured) };
}
