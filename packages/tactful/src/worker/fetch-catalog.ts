import type { StartRequest } from './protocol.js';

/** What a page gave as its catalog, not read yet, or why there is nothing to read. */
export type Fetched =
  { readonly raw: unknown } | { readonly state: 'missing' | 'invalid'; readonly problems: readonly [string] };

const FETCH_DEADLINE_MS = 5000;
const MEGABYTE = 1024 * 1024;

/** So many offers a catalog may have where the page does not say otherwise. */
export const USUAL_OFFERS = 10_000;

/** Who raises the number of offers raises the size, in bytes: 16 MB for ten thousand, 96 MB for more. */
export const sizeFor = (offers: number): number => (offers > USUAL_OFFERS ? 96 : 16) * MEGABYTE;

/** What is too large is not even parsed. */
class TooLarge extends Error {}

async function fetchJson(url: string, size: number): Promise<unknown> {
  const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(FETCH_DEADLINE_MS) });
  if (!response.ok) throw new Error(`status ${String(response.status)}`);
  const body = await response.blob();
  if (body.size > size) throw new TooLarge(`larger than ${String(size / MEGABYTE)} MB`);
  return JSON.parse(await body.text());
}

/** The catalog as it was given, fetched once where it is an address. Never rejects: what is wrong becomes a state. */
export async function fetchCatalog({
  catalog,
  offers = USUAL_OFFERS,
}: Pick<StartRequest, 'catalog' | 'offers'>): Promise<Fetched> {
  if ('inline' in catalog) return { raw: catalog.inline };
  try {
    return { raw: await fetchJson(catalog.url, sizeFor(offers)) };
  } catch (error) {
    // A broken or missing catalogue is a documented state, never a broken page.
    const invalid = error instanceof SyntaxError || error instanceof TooLarge;
    const problem = error instanceof SyntaxError ? 'not JSON' : error instanceof Error ? error.message : 'no answer';
    return { state: invalid ? 'invalid' : 'missing', problems: [`catalog: ${problem}`] };
  }
}
