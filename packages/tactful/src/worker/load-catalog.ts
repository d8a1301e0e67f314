import { readCatalog, type Catalog, type CatalogProblem } from '../engine/index.js';
import type { StartRequest, Status } from './protocol.js';

/** The catalog of a page, or the documented state instead. */
export interface LoadedCatalog {
  readonly state: Status['catalog'];
  readonly catalog: Catalog;
  /** `path: found, fix` for what was dropped. */
  readonly problems: readonly string[];
}

const FETCH_DEADLINE_MS = 5000;
const MOST_PROBLEMS = 20;
/** Stands in where there is none: a profile can be kept without anything to say. */
const EMPTY: Catalog = { format: 'tactful-catalog', version: '', currency: 'EUR', offers: [] };

/** What is wrong, a line each: path, what was found, what belongs there; at most twenty. */
export function problemLines(problems: readonly CatalogProblem[]): readonly string[] {
  return problems.slice(0, MOST_PROBLEMS).map(({ path, found, fix }) => `${path}: ${found}, expected ${fix}`);
}

function read(raw: unknown, offers: number | undefined): LoadedCatalog {
  const { catalog, problems } = readCatalog(raw, offers === undefined ? {} : { offers });
  const lines = problemLines(problems);
  return catalog ? { state: 'ready', catalog, problems: lines } : { state: 'invalid', catalog: EMPTY, problems: lines };
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(FETCH_DEADLINE_MS) });
  if (!response.ok) throw new Error(`status ${String(response.status)}`);
  return response.json();
}

/** Reads the catalog, fetching it once where it is an address. Never rejects: what is wrong becomes a state. */
export async function loadCatalog(request: Pick<StartRequest, 'catalog' | 'offers'>): Promise<LoadedCatalog> {
  const { catalog, offers } = request;
  if ('inline' in catalog) return read(catalog.inline, offers);
  try {
    return read(await fetchJson(catalog.url), offers);
  } catch (error) {
    // A broken or missing catalogue is a documented state, never a broken page.
    const invalid = error instanceof SyntaxError;
    const problem = invalid ? 'not JSON' : error instanceof Error ? error.message : 'no answer';
    return { state: invalid ? 'invalid' : 'missing', catalog: EMPTY, problems: [`catalog: ${problem}`] };
  }
}
