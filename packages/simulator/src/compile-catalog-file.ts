import { writeFile } from 'node:fs/promises';
import { problemLine } from './check-catalog.js';
import { compileFeed } from './compile-feed.js';
import type { CompileRequest } from './compile-request.js';
import { readFeedProducts } from './feed-catalog.js';
import { lintProducts } from './lint-products.js';
import { EXIT, type Output } from './output.js';
import { printable } from './printable.js';
import { readShopFile } from './read-shop-file.js';

/**
 * The command `compile`: a Merchant feed or product list as a catalogue, printed or written to `out`; what is wrong in its
 * rows, and how much was left out, on `output.err`. Resolves to the exit code: the rest is compiled beside a bad row, which
 * still fails the command.
 */
export async function compileCatalogFile(
  request: CompileRequest,
  to: { readonly output: Output; readonly json: boolean },
): Promise<number> {
  const { file, out, offers, lang } = request;
  const { output } = to;
  const shop = await readShopFile(file);
  if (shop.kind === 'catalog')
    throw new Error(`${file}: no Merchant feed or product list: a catalogue is checked, not compiled`);
  const reading = readFeedProducts(shop, { at: request.at, currency: request.currency });
  const findings = lintProducts(reading).filter(({ rule }) => rule === 'feed' || rule === 'no-lowest-price');
  for (const finding of findings) output.err(problemLine(finding));
  if (reading.products.length === 0) throw new Error(`${file}: no usable product`);
  const catalog = compileFeed(reading, { offers, lang });
  const text = JSON.stringify(catalog, null, 2);
  const sold = catalog.products?.length ?? 0;
  const missing = reading.products.filter(({ product }) => !product.available).length;
  const told = `${String(sold)} products, ${String(catalog.offers.length)} offers, ${String(missing)} not available and left out`;
  if (out === undefined) {
    output.out(text);
    output.err(printable(`${file}: ${told}`));
  } else {
    await writeFile(out, `${text}\n`);
    output.out(
      to.json
        ? JSON.stringify({ file, out, products: sold, offers: catalog.offers.length, problems: findings })
        : printable(`${out}: ${told}`),
    );
  }
  return findings.length > 0 ? EXIT.failed : EXIT.done;
}
