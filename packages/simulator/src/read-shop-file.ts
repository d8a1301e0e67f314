import type { FeedRows } from './feed-row.js';
import { isFields } from './lint-rule.js';
import { readMerchantFeed } from './read-merchant-feed.js';
import { readProductJson, readProductTable } from './read-product-list.js';
import { readTextFile } from './read-file.js';

/** What a file turned out to be, whatever its name says. */
export type ShopFile = { readonly kind: 'catalog'; readonly raw: unknown } | FeedRows;

function readJson(text: string, file: string): ShopFile {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new Error(`${file}: not JSON: ${why}`, { cause: error });
  }
  const isCatalog = isFields(raw) && ('format' in raw || 'offers' in raw);
  return (isCatalog ? undefined : readProductJson(raw)) ?? { kind: 'catalog', raw };
}

/** A text as a catalogue, a Merchant feed or a product list, told apart by how it begins. Throws one line that names the file. */
export function readShopText(text: string, file: string): ShopFile {
  const begin = text.replace(/^\ufeff/, '').trimStart();
  if (begin === '') throw new Error(`${file}: empty`);
  if (begin.startsWith('<')) return readMerchantFeed(begin, file);
  return /^[[{]/.test(begin) ? readJson(begin, file) : readProductTable(begin, file);
}

/** A file as {@link readShopText} tells it, gzip or not. */
export async function readShopFile(file: string): Promise<ShopFile> {
  return readShopText(await readTextFile(file), file);
}
