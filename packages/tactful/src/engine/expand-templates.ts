import type { Catalog, Content, Offer, Product } from './catalog.js';
import { compileCondition } from './condition.js';
import { currencyExponent } from './currency.js';

/** An amount as plain text: 2495 in EUR is `EUR 24.95`. */
export function plainAmount(amount: number, currency: string): string {
  const decimals = currencyExponent(currency);
  const digits = String(amount).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${currency} ${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
}

/** The products that a template speaks of, in the order of the catalogue; none that cost less than it takes off. */
export function productsOf({ from, discount = 0 }: Offer, products: readonly Product[]): readonly Product[] {
  if (!from) return [];
  const { products: wanted, limit } = from;
  const test = wanted === 'all' ? () => true : compileCondition(wanted);
  return products.filter((product) => (product.price ?? 0) >= discount && test({ ...product })).slice(0, limit);
}

const TAKEN = ['category', 'brand', 'price', 'lowestPrice30d', 'margin'] as const;

/** What is said with a product's words in it: `undefined` for a button that leads nowhere. */
function filled(
  value: unknown,
  key: string,
  about: { readonly url?: string; readonly fill: (text: string) => string },
): unknown {
  if (key === 'url') return value === '{url}' ? about.url : value;
  if (typeof value === 'string') return key === 'image' ? value : about.fill(value);
  const entries = Object.entries(value as object).map(([name, each]) => [name, filled(each, name, about)] as const);
  const kept = entries.filter(([, each]) => each !== undefined);
  return key === 'action' && kept.length < entries.length ? undefined : Object.fromEntries(kept);
}

function offerFrom(template: Offer, product: Product, currency: string): Offer {
  const { id, name, price, brand = '', features, image, url } = product;
  const words: Readonly<Record<string, string>> = {
    name,
    brand,
    price: price === undefined ? '' : plainAmount(price, currency),
  };
  // one pass: what a product is called is text, whatever it looks like
  const fill = (text: string): string =>
    text.replace(/\{(name|price|brand)\}/g, (whole, word: string) => words[word] ?? whole);
  const about = { fill, ...(url === undefined ? {} : { url }) };
  const own = Object.entries(template).filter(([key]) => key !== 'from');
  const taken = TAKEN.map((key) => [key, product[key]] as const).filter(([, value]) => value !== undefined);
  const content = Object.entries(template.content).map(([lang, said]) => [
    lang,
    filled(image === undefined ? said : { image, ...said }, '', about),
  ]);
  return {
    ...(Object.fromEntries([...own, ...taken]) as Offer),
    id: `${template.id}:${id}`,
    product: id,
    ...(features || template.features ? { features: { ...features, ...template.features } } : {}),
    content: Object.fromEntries(content) as Content,
  };
}

/**
 * The offers of a catalogue with its templates filled in: `hint` over the product `drill` is the offer `hint:drill`.
 *
 * An offer that has such an id already stands instead.
 */
export function expandTemplates({ offers, products = [], currency }: Catalog): readonly Offer[] {
  if (!offers.some(({ from }) => from)) return offers;
  const ids = new Set(offers.map(({ id }) => id));
  return offers.flatMap((offer) => {
    if (!offer.from) return [offer];
    const made = productsOf(offer, products).map((product) => offerFrom(offer, product, currency));
    return made.filter(({ id }) => {
      const isNew = !ids.has(id);
      ids.add(id);
      return isNew;
    });
  });
}
