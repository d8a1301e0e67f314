import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  readCatalog,
  type Catalog,
  type CatalogProblem,
  type Event,
  type GateContext,
  type Json,
} from 'tactful/engine';
import { busiestHousehold, householdPurchases, TRANSACTION_COLUMNS } from './complete-journey-baskets.js';
import { completeJourneyCatalog, PRODUCT_COLUMNS } from './complete-journey-catalog.js';
import { problemLine } from './check-catalog.js';
import { readCsv } from './read-csv.js';
import { readEvents, type RefusedRow } from './read-events.js';
import { readJsonFile, readTextFile } from './read-file.js';
import { basketSteps, pageViewSteps, type ReplayStep } from './replay-steps.js';

/** What is to be replayed, and everything about it that a reader of the figures must know. */
export interface ReplaySource {
  readonly catalog: Catalog;
  readonly problems: readonly CatalogProblem[];
  readonly events: readonly Event[];
  readonly refused: readonly RefusedRow[];
  readonly steps: readonly ReplayStep[];
  /** `household 718: 194 lines in 107 baskets`. */
  readonly about: string;
  /** How baskets are called in the figures; absent where there are none to compare with. */
  readonly baskets?: number;
  readonly notes: readonly string[];
}

/** Where a source lies. */
export type SourceFiles =
  | { readonly kind: 'files'; readonly catalog: string; readonly events: string }
  | { readonly kind: 'completejourney'; readonly folder: string; readonly household: string | undefined };

function usable(
  raw: unknown,
  file: string,
): { readonly catalog: Catalog; readonly problems: readonly CatalogProblem[] } {
  const { catalog, problems } = readCatalog(raw, { offers: Infinity, size: Infinity, images: 'reveal' });
  const [first] = problems;
  if (catalog && catalog.offers.length > 0) return { catalog, problems };
  throw new Error(`${file}: ${first ? problemLine(first) : 'no offers'}`);
}

async function fromFiles(files: Extract<SourceFiles, { kind: 'files' }>, gate: GateContext): Promise<ReplaySource> {
  const { catalog, problems } = usable(await readJsonFile(files.catalog), files.catalog);
  const { events, refused } = readEvents(await readTextFile(files.events), gate);
  const [first] = refused;
  if (events.length === 0) {
    throw new Error(`${files.events}: no usable row${first ? `: row ${String(first.row)}: ${first.why}` : ''}`);
  }
  return {
    catalog,
    problems,
    events,
    refused,
    steps: pageViewSteps(events),
    about: `${files.events}: ${String(events.length)} rows, ${String(refused.length)} refused`,
    notes: ['Consent is taken as given for every purpose.'],
  };
}

const JOURNEY_NOTES: readonly string[] = [
  'Lines are a random sample of rows, so baskets are incomplete: no claim about whole baskets is made.',
  "Times are the shop's clock without a zone, read as offset 0. Consent is taken as given.",
  'The data has no product or brand names: category and size stand in for titles, the manufacturer number for the brand.',
];

/** The folder of the data set: the named one, or its subfolder of that name. */
function journeyFolder(folder: string): string {
  const inside = path.join(folder, 'completejourney');
  return existsSync(inside) ? inside : folder;
}

async function fromCompleteJourney(files: Extract<SourceFiles, { kind: 'completejourney' }>): Promise<ReplaySource> {
  const names = { catalog: 'catalogue.csv.gz', transactions: 'transactions.csv.gz' };
  const folder = journeyFolder(files.folder);
  const productText = await readTextFile(path.join(folder, names.catalog));
  const products = readCsv(productText, { file: names.catalog, columns: PRODUCT_COLUMNS });
  const transactionText = await readTextFile(path.join(folder, names.transactions));
  const transactions = readCsv(transactionText, { file: names.transactions, columns: TRANSACTION_COLUMNS });
  const household = files.household ?? busiestHousehold(transactions) ?? '';
  const lines = transactions.filter(({ household_id: id }) => id === household).length;
  if (lines === 0) throw new Error(`household: ${household}; has no line in ${names.transactions}`);
  const byId = new Map(products.map((product) => [product.product_id, product]));
  const events = householdPurchases(household, { transactions, products: byId });
  return {
    ...usable(completeJourneyCatalog(products), names.catalog),
    events,
    refused: [],
    steps: basketSteps(events),
    about: `household ${household}: ${String(lines)} lines in ${String(events.length)} baskets`,
    baskets: events.length,
    notes: JOURNEY_NOTES,
  };
}

/** Reads everything a replay needs. Rejects with one line that names the file and what is wrong. */
export function readReplaySource(files: SourceFiles, gate: GateContext): Promise<ReplaySource> {
  return files.kind === 'files' ? fromFiles(files, gate) : fromCompleteJourney(files);
}

/** A value that holds only what JSON carries, as JSON: interfaces have no index signature that would say so. */
export function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
