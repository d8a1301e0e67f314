import { readBaseRates } from './base-rates.js';
import type { Catalog, CatalogProblem, Offer } from './catalog.js';
import { readCycles } from './need-cycle.js';
import { isFields, offerProblem, type OfferProblem } from './offer-problem.js';

/** A catalog with what was wrong in it; without `catalog` nothing could be used. */
export interface CatalogReading {
  readonly catalog?: Catalog;
  readonly problems: readonly CatalogProblem[];
}

/** Largest catalog in a page; a command takes any size. */
const MAX_OFFERS = 10_000;

function shown(found: unknown): string {
  try {
    const text: unknown = JSON.stringify(found);
    return typeof text === 'string' ? text.slice(0, 80) : typeof found;
  } catch {
    // A BigInt or a circle, which JSON cannot hold: the kind says enough.
    return typeof found;
  }
}

/** A problem with its whole path, and what was found cut to 80 characters. */
export function problemAt(path: string, [key, found, fix]: OfferProblem): CatalogProblem {
  return { path: key === '' || path === '' ? path + key : `${path}.${key}`, found: shown(found), fix };
}

function isOffer(raw: unknown, problem: OfferProblem | undefined): raw is Offer {
  return problem === undefined;
}

function readOffers(raws: readonly unknown[]): {
  readonly offers: readonly Offer[];
  readonly problems: readonly CatalogProblem[];
} {
  const offers: Offer[] = [];
  const problems: CatalogProblem[] = [];
  const ids = new Set<string>();
  for (const [index, raw] of raws.entries()) {
    const problem: OfferProblem | undefined = isFields(raw) ? offerProblem(raw) : ['', raw, 'an object'];
    const doubled: OfferProblem | undefined =
      isFields(raw) && ids.has(String(raw['id'])) ? ['id', raw['id'], 'unique in the catalog'] : undefined;
    const wrong = problem ?? doubled;
    if (isOffer(raw, wrong)) {
      ids.add(raw.id);
      offers.push(raw);
    } else if (wrong) {
      problems.push(problemAt(`offers[${String(index)}]`, wrong));
    }
  }
  return { offers, problems };
}

/**
 * Anything as a catalog: bad offers are dropped with path, value and fix, the rest lives.
 *
 * Never throws. Without a usable head (`format`, `currency`, `offers`) there is no catalog.
 */
export function readCatalog(raw: unknown, limits: { readonly offers?: number } = {}): CatalogReading {
  const unusable = (...problem: OfferProblem): CatalogReading => ({ problems: [problemAt('', problem)] });
  if (!isFields(raw)) return unusable('', raw, 'a catalog object');
  const { format, currency, offers, version, sector } = raw;
  if (format !== 'tactful-catalog') return unusable('format', format, '"tactful-catalog"');
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
    return unusable('currency', currency, 'an ISO 4217 code');
  }
  if (!Array.isArray(offers)) return unusable('offers', offers, 'a list');
  const most = limits.offers ?? MAX_OFFERS;
  if (offers.length > most) return unusable('offers', offers.length, `at most ${String(most)}; raise limits.offers`);
  const read = readOffers(offers);
  const popular = readBaseRates(raw['baseRates']);
  const needs = readCycles(raw['cycles']);
  return {
    catalog: {
      format,
      version: typeof version === 'string' ? version : '',
      currency,
      ...(typeof sector === 'string' ? { sector } : {}),
      ...(popular.baseRates ? { baseRates: popular.baseRates } : {}),
      offers: read.offers,
      ...(needs.cycles ? { cycles: needs.cycles } : {}),
    },
    problems: [
      ...read.problems,
      ...popular.problems.map((problem) => problemAt('baseRates', problem)),
      ...needs.problems.map((problem) => problemAt('cycles', problem)),
    ],
  };
}
